package linli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import linli.ledger.Policy;

/** The policy of the demonstration's county. */
public final class DemoPolicy {
    /** Within a year some points lapse. */
    public static final int USUAL_MONTHS = 6;

    private static final JsonMapper JSON = new JsonMapper();

    private DemoPolicy() {}

    /** The policy that every county begins with, but points last so many months. */
    public static String lasting(int months) {
        try {
            ObjectNode policy = (ObjectNode) JSON.readTree(Policy.defaultDocument());
            policy.withObject("/points").put("expiryMonths", months);
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the default policy is part of the program", e);
        }
    }
}
