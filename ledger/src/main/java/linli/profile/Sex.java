package linli.profile;

/** As the volunteer record asks for it; not stated is the absence of a value. */
public enum Sex {
    MALE,
    FEMALE
}
