package linli.ledger;

/**
 * A node of the network: the county as number 0, or a community.
 *
 * @param number as counted by the county
 * @param slug short name
 * @param name for people
 * @param origin of its log
 * @param vkey verifier key of its log
 */
public record Branch(int number, String slug, String name, String origin, String vkey) {}
