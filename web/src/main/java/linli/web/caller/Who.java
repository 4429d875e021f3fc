package linli.web.caller;

/** Whom a route is for. */
public enum Who {
    /** Whoever asks, known or not. */
    ANYBODY,
    /** A volunteer who has given number and PIN, on a device of their own or at a kiosk. */
    VOLUNTEER,
    /** A paired kiosk, whether somebody is signed in at it or not. */
    KIOSK,
    /** A volunteer who has given number and PIN at a paired kiosk. */
    AT_KIOSK,
    /** Whoever is in office, in whatever role. */
    STAFF,
    /** Staff who run the county. */
    ADMIN,
    /** Staff who run the branch. */
    MANAGER,
    /** Staff who may do what a clerk does; so may managers. */
    CLERK,
    /** Staff who may do what a second person does; so may managers. */
    APPROVER,
    /** Staff who read everything. */
    AUDITOR
}
