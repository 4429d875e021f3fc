package linli.profile;

/**
 * What lies in one envelope; how it is sealed says its {@link Form}.
 *
 * @param salt keeps the commitment to the content from being guessed
 * @param content a record that withholds itself from {@code toString}
 */
record Envelope<T>(Salt salt, T content) {}
