package linli.web.desk.office;

/**
 * A table and its mapping as text, within a page that goes on with them.
 *
 * @param mapping empty where there is none
 */
public record Carried(String table, String mapping) {
    /** Keeps people's names out of whatever this might be written to. */
    @Override
    public String toString() {
        return "Carried[withheld]";
    }
}
