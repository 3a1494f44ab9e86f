//! What can be chosen in a step. One list of words for all fields: a word means the same wherever it is offered.

use crate::units::coded;

coded! {
    /// A word to choose. Which ones a field offers is said in `forms`.
    Choice {
        Yes = "yes",
        No = "no",
        Unknown = "unknown",
        NotRelevant = "not-relevant",
        Other = "other",
        // Who.
        YoungPerson = "young-person",
        Mentor = "mentor",
        Caseworker = "caseworker",
        Volunteer = "volunteer",
        Parent = "parent",
        Family = "family",
        Friend = "friend",
        Partner = "partner",
        School = "school",
        Guidance = "guidance",
        Health = "health",
        Police = "police",
        Employer = "employer",
        Professional = "professional",
        Representative = "representative",
        Leader = "leader",
        Staff = "staff",
        // Signs (seed 001, l. 518-523).
        LessChance = "less-chance",
        MoreRisk = "more-risk",
        MoreNeed = "more-need",
        // Triggers of a concern, and transitions.
        EndOfSchool = "end-of-school",
        Turning18 = "turning-18",
        SeventeenAndHalf = "17-and-half",
        Moving = "moving",
        Discharge = "discharge",
        Release = "release",
        StudyStart = "study-start",
        ChangeOfDepartment = "change-of-department",
        // Why somebody waits.
        NoCapacity = "no-capacity",
        NoMatch = "no-match",
        OwnWish = "own-wish",
        Information = "information",
        // How far an application is met, and by what right.
        Fully = "fully",
        Partly = "partly",
        May = "may",
        Right = "right",
        RightAndDuty = "right-and-duty",
        // What the board said.
        Upheld = "upheld",
        Changed = "changed",
        Returned = "returned",
        // The basis of a match (F3.1), and what may not stand alone (M1).
        Competence = "competence",
        SharedInterests = "shared-interests",
        YoungSay = "young-say",
        PersonalRelation = "personal-relation",
        IsYoung = "is-young",
        OwnAdhd = "own-adhd",
        // What a goal is about.
        Mastery = "mastery",
        Network = "network",
        Transition = "transition",
        Education = "education",
        Employment = "employment",
        // Follow-up.
        StillRight = "still-right",
        Adjust = "adjust",
        NewGoals = "new-goals",
        Continue = "continue",
        AnotherMentor = "another-mentor",
        Close = "close",
        More = "more",
        Same = "same",
        Less = "less",
        // Closeness, ties and involvement of network persons.
        Near = "near",
        Middle = "middle",
        Far = "far",
        Strong = "strong",
        Weak = "weak",
        Conflict = "conflict",
        ToldBy = "told",
        Meetings = "meetings",
        WeeklyNews = "weekly-news",
        NotInvolved = "not-involved",
        // Methods.
        Coaching = "coaching",
        Motivational = "motivational",
        Structure = "structure",
        Feedback = "feedback",
        PersistentContact = "persistent-contact",
        SocialSkills = "social-skills",
        PlaceThenTrain = "place-then-train",
        // Ways of contact.
        Call = "call",
        Message = "message",
        Letter = "letter",
        Visit = "visit",
        // Why a meeting did not take place.
        Ill = "ill",
        OtherAppointment = "other-appointment",
        TransportFailed = "transport-failed",
        CouldNot = "could-not",
        StayedAway = "stayed-away",
        DidNotOpen = "did-not-open",
        DidNotWant = "did-not-want",
        MentorIll = "mentor-ill",
        MentorPrevented = "mentor-prevented",
        OurFault = "our-fault",
        // Ends.
        Planned = "planned",
        Unplanned = "unplanned",
        GoalsReached = "goals-reached",
        GrantEnded = "grant-ended",
        Wish = "wish",
        ProfessionalGrounds = "professional-grounds",
        Moved = "moved",
        InJob = "in-job",
        InEducation = "in-education",
        Died = "died",
        // The method's value.
        MuchValue = "much-value",
        SomeValue = "some-value",
        LittleValue = "little-value",
        NoValue = "no-value",
        // Outcomes (E4).
        After3 = "after-3",
        After6 = "after-6",
        After12 = "after-12",
        Benefit = "benefit",
        WorkPlacement = "work-placement",
        FlexJob = "flex-job",
        NoBenefit = "no-benefit",
        NotReached = "not-reached",
        // What a mentor can help with (seed 003, l. 46-61; seed 000, l. 117-119).
        GettingUp = "getting-up",
        DailyStructure = "daily-structure",
        Appearance = "appearance",
        PublicTransport = "public-transport",
        JobSearch = "job-search",
        Authorities = "authorities",
        OwnEconomy = "own-economy",
        PublicMail = "public-mail",
        HotLine = "hot-line",
        Assessment = "assessment",
        Abuse = "abuse",
        Motivation = "motivation",
        // What goes on beside (seed 000, l. 54-76).
        Teaching = "teaching",
        GroupCourse = "group-course",
        Treatment = "treatment",
        // Why a recommendation was departed from.
        LackOfTime = "lack-of-time",
        NotFitting = "not-fitting",
        WaitsForOthers = "waits-for-others",
        Weighed = "weighed",
    }
}

/// Why a meeting did not take place, as the young person's attendance is judged by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// A reason that anybody may have.
    Acceptable,
    NotAcceptable,
    /// The mentor's or the municipality's.
    Ours,
}

impl Choice {
    /// How far a reason excuses; `None` for a word that is no such reason.
    #[must_use]
    pub const fn absence(self) -> Option<Absence> {
        match self {
            Choice::Ill | Choice::OtherAppointment | Choice::TransportFailed | Choice::CouldNot => {
                Some(Absence::Acceptable)
            }
            Choice::StayedAway | Choice::DidNotOpen | Choice::DidNotWant => Some(Absence::NotAcceptable),
            Choice::MentorIll | Choice::MentorPrevented | Choice::OurFault => Some(Absence::Ours),
            _ => None,
        }
    }
}
