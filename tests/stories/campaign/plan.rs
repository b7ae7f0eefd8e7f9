//! How far a campaign goes, and chance that can be repeated.

use clap::Args;

/// How often, and from which beginning of chance.
#[derive(Args, Clone, Copy, Debug)]
pub struct Plan {
    /// How many runs; without it as many as the test command makes.
    #[arg(long)]
    runs: Option<usize>,
    /// The beginning of chance: the same number gives the same texts and moments.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

impl Plan {
    /// How many runs were asked for, or the `short` number of the test command.
    pub fn runs(self, short: usize) -> usize {
        self.runs.unwrap_or(short)
    }

    /// Chance from the beginning of this plan.
    pub const fn chance(self) -> Chance {
        Chance(self.seed)
    }
}

/// A row of numbers that look random and can be repeated (SplitMix64: Steele, Lea and Flood, OOPSLA 2014).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The next number.
    pub const fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from zero, below `limit`.
    pub const fn below(&mut self, limit: u64) -> u64 {
        self.draw() % limit
    }

    /// A word that stands nowhere else: `kanaria` and sixteen hex digits.
    pub fn canary(&mut self) -> String {
        format!("kanaria{:016x}", self.draw())
    }

    /// A few letters as somebody types them at one go, mostly with a space after them.
    pub fn burst(&mut self) -> String {
        const LETTERS: [char; 32] = [
            'a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö', 'å', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'h', 'j', 'd',
            'g', 'b', 'f', 'A', 'K', 'Ä', ',', '.', '-', '7', '?',
        ];
        let length = 1 + self.below(9);
        let word: String = (0..length).map(|_| LETTERS[self.below(LETTERS.len() as u64) as usize]).collect();
        if self.below(4) == 0 { word } else { word + " " }
    }
}
