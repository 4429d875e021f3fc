package linli.node;

/** Members of staff come to their desk. */
final class DeskDoor {
    private DeskDoor() {}

    /** Signed in at a desk's screen, in a role as {@code x-roles} names it. */
    static Visit signedIn(StaffedVillage village, String role) {
        return signIn(Visit.atDesk(village.address()), village, role);
    }

    /** Signed in on a phone's screen. */
    static Visit onPhone(StaffedVillage village, String role) {
        return signIn(Visit.onPhone(village.address()), village, role);
    }

    private static Visit signIn(Visit visit, StaffedVillage village, String role) {
        return visit.cookie("linli-session", village.as(role).token());
    }
}
