//! The clock of F1.1: days from the need being identified to the decision (seed 001, l. 539), in calendar or working days
//! as the municipality's rule says.

use crate::Day;
use crate::calendar::{is_working_day, working_days_between};
use crate::rules::{NoRule, RuleCode, Rules};

/// How a concern that waits stands to the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    InTime,
    /// From the day of the warning to the last day in time.
    Warned,
    Late,
}

/// What the clock shows on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecisionClock {
    /// Days since the need, in the rule's unit; 0 on the day of the need.
    pub days: i64,
    /// Days that there are.
    pub limit: i64,
    /// The days are working days.
    pub working: bool,
    /// The last day in time.
    pub by: Day,
    pub standing: Standing,
}

/// The rules of the clock, as they are in force on a day.
struct Limits {
    limit: i64,
    warn: i64,
    working: bool,
}

impl Limits {
    fn of(rules: &Rules, on: Day) -> Result<Limits, NoRule> {
        Ok(Limits {
            limit: rules.value(RuleCode::DecisionDays, on)?,
            warn: rules.value(RuleCode::DecisionWarnDays, on)?,
            working: rules.value(RuleCode::DecisionWorkingDays, on)? == 1,
        })
    }

    fn days(&self, from: Day, to: Day) -> i64 {
        if self.working { working_days_between(from, to) } else { to.days_since(from).max(0) }
    }

    /// The last day on which no more than the limit has gone.
    fn by(&self, need: Day) -> Day {
        if !self.working {
            return need.plus_days(self.limit);
        }
        let (mut day, mut left) = (need, self.limit);
        while left > 0 && day < Day::LAST {
            day = day.plus_days(1);
            left -= i64::from(is_working_day(day));
        }
        day
    }
}

/// The clock of a need as it shows today, by the rules that are in force today.
pub fn decision_clock(need: Day, today: Day, rules: &Rules) -> Result<DecisionClock, NoRule> {
    let limits = Limits::of(rules, today)?;
    let days = limits.days(need, today);
    let standing = match days {
        days if days > limits.limit => Standing::Late,
        days if days >= limits.warn => Standing::Warned,
        _ => Standing::InTime,
    };
    Ok(DecisionClock { days, limit: limits.limit, working: limits.working, by: limits.by(need), standing })
}

/// The latest day of a need that is late today: an earlier need is late too.
pub fn last_late(today: Day, rules: &Rules) -> Result<Day, NoRule> {
    let limits = Limits::of(rules, today)?;
    let mut need = today.plus_days(-limits.limit);
    while limits.days(need, today) <= limits.limit && need > Day::FIRST {
        need = need.plus_days(-1);
    }
    Ok(need)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rule;

    fn rules(working: i64) -> Rules {
        let rule = |code, value| Rule { code, valid_from: Day::FIRST, valid_to: None, value, source: String::new() };
        Rules::new(vec![
            rule(RuleCode::DecisionDays, 10),
            rule(RuleCode::DecisionWarnDays, 7),
            rule(RuleCode::DecisionWorkingDays, working),
        ])
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_need_is_warned_of_from_the_seventh_day_and_late_after_the_tenth() {
        let need = day("2024-02-20");
        for (days, standing) in [
            (0, Standing::InTime),
            (6, Standing::InTime),
            (7, Standing::Warned),
            (10, Standing::Warned),
            (11, Standing::Late),
        ] {
            let clock = decision_clock(need, need.plus_days(days), &rules(0)).unwrap();
            assert_eq!((clock.days, clock.standing), (days, standing));
            assert_eq!(clock.by, day("2024-03-01"), "over a leap day");
        }
    }

    #[test]
    fn in_working_days_the_clock_stands_still_at_easter() {
        // Wednesday; Maundy Thursday to Easter Monday are no working days.
        let need = day("2026-04-01");
        let at = |today: &str| decision_clock(need, day(today), &rules(1)).unwrap();
        assert_eq!((at("2026-04-06").days, at("2026-04-07").days), (0, 1));
        assert_eq!(at("2026-04-14").standing, Standing::InTime);
        assert_eq!(at("2026-04-15").standing, Standing::Warned);
        assert_eq!((at("2026-04-20").standing, at("2026-04-20").by), (Standing::Warned, day("2026-04-20")));
        assert_eq!(at("2026-04-21").standing, Standing::Late);
    }

    #[test]
    fn what_is_late_is_what_lies_before_a_day() {
        for working in [0, 1] {
            for today in ["2026-04-07", "2026-04-21", "2026-01-02", "2024-03-01"].map(day) {
                let late = last_late(today, &rules(working)).unwrap();
                let standing = |need| decision_clock(need, today, &rules(working)).unwrap().standing;
                assert_eq!(standing(late), Standing::Late, "{today} {working}");
                assert_ne!(standing(late.plus_days(1)), Standing::Late, "{today} {working}");
            }
        }
    }
}
