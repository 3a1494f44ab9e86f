//! What the young person's own page calls letters and receipts. Exhaustive where the kinds are its own, as in `names.rs`.

use lods_domain::steps::StepKind;

use crate::Texts;

impl Texts {
    /// The letter as the young person who gets it knows it; a step without a letter has its ordinary name.
    #[must_use]
    pub const fn own_letter(self, of: StepKind) -> &'static str {
        match of {
            StepKind::Hearing => self.own_letter_hearing(),
            StepKind::Grant => self.own_letter_grant(),
            StepKind::Refusal => self.own_letter_refusal(),
            StepKind::Extension => self.own_letter_extension(),
            StepKind::Change => self.own_letter_change(),
            StepKind::Complaint => self.own_letter_complaint(),
            StepKind::Expectations => self.own_letter_expectations(),
            StepKind::Closure => self.own_letter_closure(),
            _ => self.step(of),
        }
    }

    /// What is said when an own step was taken; `None` for a step that is no young person's.
    #[must_use]
    pub const fn own_done(self, of: StepKind) -> Option<&'static str> {
        match of {
            StepKind::Score => Some(self.own_do_done_score()),
            StepKind::Success => Some(self.own_do_done_success()),
            StepKind::Evaluation => Some(self.own_do_done_evaluation()),
            StepKind::Rematch => Some(self.own_do_done_rematch()),
            _ => None,
        }
    }
}
