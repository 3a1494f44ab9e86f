//! What the visibilities and classes of notes are called, and what each means. Exhaustive, as in `names.rs`.

use lods_domain::access::FieldClass;
use lods_domain::notes::Visibility;

use crate::Texts;

impl Texts {
    /// Whom a note is for; `own` where the young person reads it.
    #[must_use]
    pub const fn note_visibility(self, of: Visibility, own: bool) -> &'static str {
        match (of, own) {
            (Visibility::Team, _) => self.note_visibility_team(),
            (Visibility::Shared, false) => self.note_visibility_shared(),
            (Visibility::Shared, true) => self.note_visibility_shared_own(),
            (Visibility::Own, _) => self.note_visibility_own(),
        }
    }

    /// Who can read it, in a sentence.
    #[must_use]
    pub const fn note_visibility_hint(self, of: Visibility, own: bool) -> &'static str {
        match (of, own) {
            (Visibility::Team, _) => self.note_visibility_team_hint(),
            (Visibility::Shared, false) => self.note_visibility_shared_hint(),
            (Visibility::Shared, true) => self.note_visibility_shared_own_hint(),
            (Visibility::Own, _) => self.note_visibility_own_hint(),
        }
    }

    #[must_use]
    pub const fn note_class_name(self, of: FieldClass) -> &'static str {
        match of {
            FieldClass::Ordinary => self.note_class_ordinary(),
            FieldClass::Confidential => self.note_class_confidential(),
            FieldClass::Offence => self.note_class_offence(),
            FieldClass::SpecialCategory => self.note_class_special_category(),
        }
    }

    /// What belongs to the class.
    #[must_use]
    pub const fn note_class_meaning(self, of: FieldClass) -> &'static str {
        match of {
            FieldClass::Ordinary => self.note_class_ordinary_hint(),
            FieldClass::Confidential => self.note_class_confidential_hint(),
            FieldClass::Offence => self.note_class_offence_hint(),
            FieldClass::SpecialCategory => self.note_class_special_category_hint(),
        }
    }
}
