package linli.enrol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.entry.EntryId;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * Which node of which county a certificate is for: the URI {@code linli://<county's origin>/<number>} among its
 * alternative names. Nodes have no DNS names, and addresses of a village's network change.
 *
 * @param county origin of the county's log
 * @param number of the node; the county itself is 0
 */
record NodeName(String county, int number) {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    NodeName {
        if (number < 0 || number > EntryId.MAX_BRANCH) {
            throw new IllegalArgumentException("a node's number is 0 to " + EntryId.MAX_BRANCH);
        }
    }

    String uri() {
        return prefix(county) + number;
    }

    // Origins may be in Chinese or hold slashes; certificates want ASCII and a number after the last slash.
    private static String prefix(String county) {
        return "linli://" + URLEncoder.encode(county, StandardCharsets.UTF_8) + "/";
    }

    /** The name in {@code certificate}, or empty unless it has exactly one and that is of {@code county}. */
    static Optional<NodeName> in(X509Certificate certificate, String county) throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        if (names == null || names.size() != 1) {
            return Optional.empty();
        }
        List<?> name = names.iterator().next();
        boolean isUri = name.get(0).equals(GeneralName.uniformResourceIdentifier);
        return isUri ? parse((String) name.get(1), county) : Optional.empty();
    }

    private static Optional<NodeName> parse(String uri, String county) {
        String prefix = prefix(county);
        if (!uri.startsWith(prefix)) {
            return Optional.empty();
        }
        Matcher number = NUMBER.matcher(uri.substring(prefix.length()));
        return Optional.of(number)
                .filter(Matcher::matches)
                .map(matched -> Integer.parseInt(matched.group()))
                .filter(value -> value <= EntryId.MAX_BRANCH)
                .map(value -> new NodeName(county, value));
    }
}
