/**
 * The office: where persons and records meet.
 *
 * <p>The door is {@link linli.office.Office}. A person's name lies in the profiles, what they did in the ledger, and only here do
 * both come together: enrolling, looking a person up, giving a PIN, forgetting, importing the hours of earlier years.
 */
@org.jspecify.annotations.NullMarked
package linli.office;
