//! Reading the site's own JSON files in the browser by hand. Derived readers of the same types are forty kilobytes of the
//! program, because each is written out again for each type; `tests` of the rooms hold both against each other.

use serde_json::Value;

use super::{ContactService, CountyCode, MunicipalityCode, Names, PhoneNumber, PostalCode, SourceDate};

/// A place in a file. What is not there reads as `null`.
#[derive(Clone, Copy, Debug)]
pub struct Json<'a>(&'a Value);

/// A type that can be read out of a file of the site; `None` when something else stands there.
pub trait FromJson: Sized {
    /// Reads the value at this place.
    fn from_json(json: Json<'_>) -> Option<Self>;
}

/// Reads a whole file.
pub fn read<T: FromJson>(file: &str) -> Option<T> {
    let value: Value = serde_json::from_str(file).ok()?;
    T::from_json(Json(&value))
}

impl<'a> Json<'a> {
    /// What stands under this key of an object, read.
    pub fn field<T: FromJson>(self, key: &str) -> Option<T> {
        T::from_json(Self(self.0.get(key).unwrap_or(&Value::Null)))
    }

    /// What stands at this place of a list, counted from zero, read.
    pub fn at<T: FromJson>(self, place: usize) -> Option<T> {
        T::from_json(Self(self.0.get(place).unwrap_or(&Value::Null)))
    }

    /// The words, when it is a text.
    pub fn text(self) -> Option<&'a str> {
        self.0.as_str()
    }

    /// The one key of an object with a single entry, and what stands under it: how a variant with a value is written.
    pub fn variant(self) -> Option<(&'a str, Json<'a>)> {
        let (key, value) = self.0.as_object()?.iter().next()?;
        Some((key, Json(value)))
    }

    /// Every key with its text, of an object that holds only texts.
    pub fn texts(self) -> Option<impl Iterator<Item = (String, String)>> {
        let pairs = self.0.as_object()?.iter();
        Some(pairs.filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))))
    }
}

impl FromJson for String {
    fn from_json(json: Json<'_>) -> Option<Self> {
        json.text().map(str::to_owned)
    }
}

impl FromJson for bool {
    fn from_json(json: Json<'_>) -> Option<Self> {
        json.0.as_bool()
    }
}

impl FromJson for u16 {
    fn from_json(json: Json<'_>) -> Option<Self> {
        json.0.as_u64()?.try_into().ok()
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: Json<'_>) -> Option<Self> {
        if json.0.is_null() { Some(None) } else { T::from_json(json).map(Some) }
    }
}

/// A list that is not there is empty: empty lists are left out of the files.
impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: Json<'_>) -> Option<Self> {
        match json.0 {
            Value::Null => Some(Self::new()),
            Value::Array(items) => items.iter().map(|item| T::from_json(Json(item))).collect(),
            _ => None,
        }
    }
}

impl FromJson for Names {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self { fi: json.field("fi")?, sv: json.field("sv")?, en: json.field("en")? })
    }
}

/// Types that are written as one text.
macro_rules! from_text {
    ($($type:ty => $parse:expr),+ $(,)?) => {
        $(impl FromJson for $type {
            fn from_json(json: Json<'_>) -> Option<Self> {
                $parse(json.text()?)
            }
        })+
    };
}

from_text! {
    MunicipalityCode => MunicipalityCode::parse,
    CountyCode => CountyCode::parse,
    PostalCode => PostalCode::parse,
    PhoneNumber => PhoneNumber::parse,
    SourceDate => SourceDate::parse,
    ContactService => ContactService::from_id,
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Place {
        code: MunicipalityCode,
        year: Option<u16>,
        aliases: Vec<String>,
    }

    impl FromJson for Place {
        fn from_json(json: Json<'_>) -> Option<Self> {
            Some(Self { code: json.field("code")?, year: json.field("year")?, aliases: json.field("aliases")? })
        }
    }

    #[test]
    fn what_is_left_out_is_nothing_or_empty() {
        let place: Place = read(r#"{"code":"297"}"#).expect("a place");
        assert_eq!((place.code.to_string().as_str(), place.year, place.aliases.len()), ("297", None, 0));
    }

    #[test]
    fn what_is_of_another_kind_is_refused() {
        for wrong in
            [r"{}", r#"{"code":297}"#, r#"{"code":"297","year":-1}"#, r#"{"code":"297","aliases":"x"}"#, "[", ""]
        {
            assert!(read::<Place>(wrong).is_none(), "{wrong}");
        }
    }
}
