package linli.entry;

/** Who serves together: emergency teams, teams of volunteers, and the partner units of a community. */
public sealed interface TeamEvent extends Event {

    /** What kind of a team. */
    enum Kind {
        /** Stands by for emergencies (应急队伍). */
        EMERGENCY,
        /** Volunteers of one trade or place (志愿服务队). */
        VOLUNTEER,
        /** An organisation whose people report to the community (共建单位). */
        PARTNER_UNIT
    }

    /**
     * A team is formed. Its number is this entry's id.
     *
     * @param kind of team
     * @param name for people
     */
    record TeamFormed(Kind kind, String name) implements TeamEvent {
        public TeamFormed {
            Texts.name("name", name);
        }
    }

    /** The team is no more; what it did stays. */
    record TeamDissolved(EntryId team, String reason) implements TeamEvent {
        public TeamDissolved {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    /** A volunteer becomes one of the team. */
    record TeamJoined(EntryId team, VolunteerNo volunteer) implements TeamEvent {}

    /** A volunteer is no longer of the team. */
    record TeamLeft(EntryId team, VolunteerNo volunteer) implements TeamEvent {}
}
