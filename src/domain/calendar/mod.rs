//! Finnish days: holidays, working days, the time limits the law gives, and the clock in Helsinki.

mod deadlines;
mod helsinki;
mod holidays;
mod working_days;

pub use deadlines::{Deadlines, LawSection, Matter, deadlines};
pub use helsinki::{HelsinkiTime, helsinki_time};
pub use holidays::{Holiday, easter_sunday, holiday_on};
pub use working_days::{is_working_day, next_working_day_from, nth_working_day_after};
