//! Expectations printed by CPython 3.11.

use super::*;

const ALL: &str = "%Y-%m-%d %H:%M:%S|%a %A %b %B|%c|%C %e %g %G %h %I %j %k %l|%p %P %r %R %s|%u %U %V %w %W|%x %X %y %z %Z %%";

#[test]
fn every_directive_is_written_as_in_the_c_locale() {
    let check = |seconds, expected: &str| {
        assert_eq!(strftime(ALL, CivilTime::from_epoch(seconds)), expected)
    };
    check(
        0,
        "1970-01-01 00:00:00|Thu Thursday Jan January|Thu Jan  1 00:00:00 1970|19  1 70 1970 Jan 12 001  0 12|AM am 12:00:00 AM 00:00 0|4 00 01 4 00|01/01/70 00:00:00 70 +0000 UTC %",
    );
    check(
        1,
        "1970-01-01 00:00:01|Thu Thursday Jan January|Thu Jan  1 00:00:01 1970|19  1 70 1970 Jan 12 001  0 12|AM am 12:00:01 AM 00:00 1|4 00 01 4 00|01/01/70 00:00:01 70 +0000 UTC %",
    );
    check(
        -1,
        "1969-12-31 23:59:59|Wed Wednesday Dec December|Wed Dec 31 23:59:59 1969|19 31 70 1970 Dec 11 365 23 11|PM pm 11:59:59 PM 23:59 -1|3 52 01 3 52|12/31/69 23:59:59 69 +0000 UTC %",
    );
    check(
        951782400,
        "2000-02-29 00:00:00|Tue Tuesday Feb February|Tue Feb 29 00:00:00 2000|20 29 00 2000 Feb 12 060  0 12|AM am 12:00:00 AM 00:00 951782400|2 09 09 2 09|02/29/00 00:00:00 00 +0000 UTC %",
    );
    check(
        951868800,
        "2000-03-01 00:00:00|Wed Wednesday Mar March|Wed Mar  1 00:00:00 2000|20  1 00 2000 Mar 12 061  0 12|AM am 12:00:00 AM 00:00 951868800|3 09 09 3 09|03/01/00 00:00:00 00 +0000 UTC %",
    );
    check(
        1700000000,
        "2023-11-14 22:13:20|Tue Tuesday Nov November|Tue Nov 14 22:13:20 2023|20 14 23 2023 Nov 10 318 22 10|PM pm 10:13:20 PM 22:13 1700000000|2 46 46 2 46|11/14/23 22:13:20 23 +0000 UTC %",
    );
    check(
        1735603200,
        "2024-12-31 00:00:00|Tue Tuesday Dec December|Tue Dec 31 00:00:00 2024|20 31 25 2025 Dec 12 366  0 12|AM am 12:00:00 AM 00:00 1735603200|2 52 01 2 53|12/31/24 00:00:00 24 +0000 UTC %",
    );
    check(
        1609459199,
        "2020-12-31 23:59:59|Thu Thursday Dec December|Thu Dec 31 23:59:59 2020|20 31 20 2020 Dec 11 366 23 11|PM pm 11:59:59 PM 23:59 1609459199|4 52 53 4 52|12/31/20 23:59:59 20 +0000 UTC %",
    );
    check(
        1230768000,
        "2009-01-01 00:00:00|Thu Thursday Jan January|Thu Jan  1 00:00:00 2009|20  1 09 2009 Jan 12 001  0 12|AM am 12:00:00 AM 00:00 1230768000|4 00 01 4 00|01/01/09 00:00:00 09 +0000 UTC %",
    );
    check(
        4102444800,
        "2100-01-01 00:00:00|Fri Friday Jan January|Fri Jan  1 00:00:00 2100|21  1 99 2099 Jan 12 001  0 12|AM am 12:00:00 AM 00:00 4102444800|5 00 53 5 00|01/01/00 00:00:00 00 +0000 UTC %",
    );
    check(
        253402300799,
        "9999-12-31 23:59:59|Fri Friday Dec December|Fri Dec 31 23:59:59 9999|99 31 99 9999 Dec 11 365 23 11|PM pm 11:59:59 PM 23:59 253402300799|5 52 52 5 52|12/31/99 23:59:59 99 +0000 UTC %",
    );
    check(
        1704067200,
        "2024-01-01 00:00:00|Mon Monday Jan January|Mon Jan  1 00:00:00 2024|20  1 24 2024 Jan 12 001  0 12|AM am 12:00:00 AM 00:00 1704067200|1 00 01 1 01|01/01/24 00:00:00 24 +0000 UTC %",
    );
    check(
        1672531200,
        "2023-01-01 00:00:00|Sun Sunday Jan January|Sun Jan  1 00:00:00 2023|20  1 22 2022 Jan 12 001  0 12|AM am 12:00:00 AM 00:00 1672531200|7 01 52 0 00|01/01/23 00:00:00 23 +0000 UTC %",
    );
}

#[test]
fn flags_change_the_padding_and_the_case() {
    let check = |format, expected: &str| {
        assert_eq!(
            strftime(format, CivilTime::from_epoch(1_704_067_509)),
            expected,
            "{format}"
        )
    };
    check("%-d", "1");
    check("%_d", " 1");
    check("%-H:%-M", "0:5");
    check("%^a", "MON");
    check("%#A", "MONDAY");
    check("%#p", "am");
    check("%_j", "  1");
    check("%0e", "01");
    check("%Ey", "24");
    check("%Od", "01");
    check("%D %T", "01/01/24 00:05:09");
    check("%q", "%q");
    check("%", "%");
    check("a%", "a%");
}

#[test]
fn the_calendar_goes_there_and_back() {
    for day in -800_000..800_000 {
        let seconds = day * SECONDS_A_DAY + 3_661;
        assert_eq!(CivilTime::from_epoch(seconds).to_epoch(), seconds);
    }
}
