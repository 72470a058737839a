//! Dates as text: `time.strftime` in the C locale, and the calendar in UTC.

use super::strings::upper;

/// A moment taken apart, in UTC: Python's `struct_time`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CivilTime {
    pub year: i64,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
    pub hour: u32,
    pub minute: u32,
    pub second: u32,
    /// 0 is Monday.
    pub weekday: u32,
    /// 1 to 366.
    pub year_day: u32,
}

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const SECONDS_A_DAY: i64 = 86_400;

impl CivilTime {
    /// The civil time at so many seconds since 1970 (`time.gmtime`).
    pub fn from_epoch(seconds: i64) -> CivilTime {
        let days = seconds.div_euclid(SECONDS_A_DAY);
        let of_day = seconds.rem_euclid(SECONDS_A_DAY) as u32;
        // Years that begin in March keep the leap day at their end.
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let from_march = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * from_march + 2) / 153;
        let day = (from_march - (153 * month_from_march + 2) / 5 + 1) as u32;
        let month = if month_from_march < 10 {
            month_from_march + 3
        } else {
            month_from_march - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        CivilTime {
            year,
            month: month as u32,
            day,
            hour: of_day / 3600,
            minute: of_day / 60 % 60,
            second: of_day % 60,
            weekday: (days + 3).rem_euclid(7) as u32,
            year_day: (days - days_before(year) + 1) as u32,
        }
    }

    /// Seconds since 1970 (`calendar.timegm`).
    pub fn to_epoch(self) -> i64 {
        let days = days_before(self.year) + i64::from(self.year_day) - 1;
        days * SECONDS_A_DAY
            + i64::from(self.hour) * 3600
            + i64::from(self.minute) * 60
            + i64::from(self.second)
    }

    fn hour12(self) -> i64 {
        i64::from((self.hour + 11) % 12 + 1)
    }

    /// The week of the year, weeks beginning `first` days after a Monday.
    fn week(self, first: u32) -> i64 {
        let since = (self.weekday + 7 - first) % 7;
        i64::from((self.year_day + 6 - since) / 7)
    }

    /// Year and week of ISO 8601.
    fn iso_week(self) -> (i64, i64) {
        let week = (i64::from(self.year_day) - i64::from(self.weekday) + 9) / 7;
        if week < 1 {
            return (self.year - 1, iso_weeks(self.year - 1));
        }
        if week > iso_weeks(self.year) {
            return (self.year + 1, 1);
        }
        (self.year, week)
    }
}

/// Days from 1970 to the first of January of a year.
fn days_before(year: i64) -> i64 {
    let before = year - 1;
    365 * (year - 1970) + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400)
        - 477
}

/// How many weeks a year of ISO 8601 has: 53 if it begins or ends on Thursday.
fn iso_weeks(year: i64) -> i64 {
    let begins = (days_before(year) + 3).rem_euclid(7);
    let ends = (days_before(year + 1) + 2).rem_euclid(7);
    if begins == 3 || ends == 3 { 53 } else { 52 }
}

/// How a number is padded: its width, and with what.
struct Padding {
    width: usize,
    fill: char,
}

/// `time.strftime(format, time)` as Linux has it, with the GNU flags `-`, `_`,
/// `0`, `^` and `#`; an unknown directive stays as it is.
pub fn strftime(format: &str, time: CivilTime) -> String {
    let mut out = String::new();
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let directive = &rest[at..];
        let flags_end = directive[1..]
            .find(|c| !"-_0^#".contains(c))
            .map_or(directive.len(), |end| end + 1);
        let flags = &directive[1..flags_end];
        let mut letters = directive[flags_end..].chars();
        let mut letter = letters.next();
        // `%Ex` and `%Ox` ask for another calendar's or script's: C has none.
        if let Some('E' | 'O') = letter {
            letter = letters.next();
        }
        rest = letters.as_str();
        let written = letter.and_then(|letter| expand(letter, flags, time));
        let whole = &directive[..directive.len() - rest.len()];
        out.push_str(written.as_deref().unwrap_or(whole));
    }
    out + rest
}

fn expand(letter: char, flags: &str, time: CivilTime) -> Option<String> {
    let number = |value: i64, width: usize, fill: char| {
        let fill = match flags.trim_matches(['^', '#']).chars().next_back() {
            Some('-') => None,
            Some('_') => Some(' '),
            Some(_) => Some('0'),
            None => Some(fill),
        };
        pad(value, fill.map(|fill| Padding { width, fill }))
    };
    let day = DAYS[time.weekday as usize % 7];
    let month = MONTHS[(time.month.max(1) - 1) as usize % 12];
    let half = if time.hour < 12 { "AM" } else { "PM" };
    let text = match letter {
        'a' => day[..3].into(),
        'A' => day.into(),
        'b' | 'h' => month[..3].into(),
        'B' => month.into(),
        'c' => strftime("%a %b %e %H:%M:%S %Y", time),
        'C' => number(time.year.div_euclid(100), 2, '0'),
        'd' => number(time.day.into(), 2, '0'),
        'D' | 'x' => strftime("%m/%d/%y", time),
        'e' => number(time.day.into(), 2, ' '),
        'F' => strftime("%Y-%m-%d", time),
        'g' => number(time.iso_week().0.rem_euclid(100), 2, '0'),
        'G' => number(time.iso_week().0, 1, '0'),
        'H' => number(time.hour.into(), 2, '0'),
        'I' => number(time.hour12(), 2, '0'),
        'j' => number(time.year_day.into(), 3, '0'),
        'k' => number(time.hour.into(), 2, ' '),
        'l' => number(time.hour12(), 2, ' '),
        'm' => number(time.month.into(), 2, '0'),
        'M' => number(time.minute.into(), 2, '0'),
        'n' => "\n".into(),
        'p' if flags.contains('#') => half.to_ascii_lowercase(),
        'p' => half.into(),
        'P' => half.to_ascii_lowercase(),
        'r' => strftime("%I:%M:%S %p", time),
        'R' => strftime("%H:%M", time),
        's' => number(time.to_epoch(), 1, '0'),
        'S' => number(time.second.into(), 2, '0'),
        't' => "\t".into(),
        'T' | 'X' => strftime("%H:%M:%S", time),
        'u' => number(i64::from(time.weekday) + 1, 1, '0'),
        'U' => number(time.week(6), 2, '0'),
        'V' => number(time.iso_week().1, 2, '0'),
        'w' => number(i64::from(time.weekday + 1) % 7, 1, '0'),
        'W' => number(time.week(0), 2, '0'),
        'y' => number(time.year.rem_euclid(100), 2, '0'),
        'Y' => number(time.year, 1, '0'),
        'z' => "+0000".into(),
        'Z' => "UTC".into(),
        '%' => "%".into(),
        _ => return None,
    };
    let shout = flags.contains('^') || flags.contains('#') && "aAbBh".contains(letter);
    Some(if shout { upper(&text) } else { text })
}

fn pad(value: i64, padding: Option<Padding>) -> String {
    let digits = value.unsigned_abs().to_string();
    let sign = if value < 0 { "-" } else { "" };
    let missing = padding.map_or(String::new(), |padding| {
        let missing = padding.width.saturating_sub(digits.len());
        std::iter::repeat_n(padding.fill, missing).collect()
    });
    format!("{sign}{missing}{digits}")
}

#[cfg(test)]
#[path = "strftime_tests.rs"]
mod tests;
