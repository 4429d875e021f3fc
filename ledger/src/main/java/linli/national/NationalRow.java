package linli.national;

import linli.ledger.Activity;
import linli.ledger.ServiceRecord;
import linli.profile.Profile;

/**
 * One approved record with all that the law asks for.
 *
 * @param record the service
 * @param profile the person
 * @param activity what was served in
 * @param category of the activity, in Chinese
 * @param unit the branch that organised it
 * @param evaluation how good the activity was found; empty where nobody said
 */
record NationalRow(
        ServiceRecord record, Profile profile, Activity activity, String category, String unit, String evaluation) {}
