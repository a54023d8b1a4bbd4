package dev.rockpool.streamengine.kinesis;

import dev.rockpool.gateway.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/// What this service says of a signature that lacks parts, before anyone verifies it (mhart/kinesalite,
/// `test/connection.js`).
final class SignatureWords {
    private static final List<String> IN_HEADER = List.of("Credential", "Signature", "SignedHeaders");
    private static final String ALGORITHM = "X-Amz-Algorithm";
    private static final List<String> IN_QUERY =
            List.of(ALGORITHM, "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date");

    private SignatureWords() {}

    /// The error of a request whose signature lacks parts; empty if it lacks none.
    static Optional<KinesisError> missing(Exchange exchange) {
        Optional<String> header = exchange.header("authorization").filter(text -> !text.isBlank());
        String all = exchange.query();
        List<String> query = all.isEmpty() ? List.of() : List.of(all.split("&", -1));
        boolean isInQuery = query.stream().anyMatch(part -> name(part).equals(ALGORITHM));
        if (header.isPresent() && isInQuery) {
            return Optional.of(KinesisError.of(
                    "InvalidSignatureException",
                    "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header."));
        }
        if (header.isPresent()) {
            return inHeader(exchange, header.get());
        }
        if (isInQuery) {
            return inQuery(query);
        }
        return Optional.of(KinesisError.of("MissingAuthenticationTokenException", "Missing Authentication Token"));
    }

    private static Optional<KinesisError> inHeader(Exchange exchange, String header) {
        List<String> present = present(header);
        StringBuilder lacks = new StringBuilder();
        for (String part : IN_HEADER) {
            if (!present.contains(part)) {
                lacks.append("Authorization header requires '").append(part).append("' parameter. ");
            }
        }
        if (exchange.header("x-amz-date").isEmpty() && exchange.header("date").isEmpty()) {
            lacks.append("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
        }
        return lacks.isEmpty()
                ? Optional.empty()
                : Optional.of(incomplete(lacks.append("Authorization=").append(header)));
    }

    /// The names of the parts behind the first that have a value.
    private static List<String> present(String header) {
        List<String> names = new ArrayList<>(IN_HEADER.size());
        StringTokenizer parts = new StringTokenizer(header, ", ");
        boolean isFirst = header.charAt(0) != ',' && header.charAt(0) != ' ';
        while (parts.hasMoreTokens()) {
            String part = parts.nextToken();
            int equals = part.indexOf('=');
            if (!isFirst && equals > 0 && equals < part.length() - 1) {
                names.add(part.substring(0, equals));
            }
            isFirst = false;
        }
        return names;
    }

    private static Optional<KinesisError> inQuery(List<String> query) {
        List<String> present = query.stream()
                .filter(part -> part.indexOf('=') > 0 && part.indexOf('=') < part.length() - 1)
                .map(SignatureWords::name)
                .toList();
        String lacks = IN_QUERY.stream()
                .filter(part -> !present.contains(part))
                .map(part -> "AWS query-string parameters must include '" + part + "'. ")
                .collect(Collectors.joining());
        return lacks.isEmpty()
                ? Optional.empty()
                : Optional.of(incomplete(new StringBuilder(lacks).append("Re-examine the query-string parameters.")));
    }

    private static KinesisError incomplete(StringBuilder sentence) {
        return KinesisError.of("IncompleteSignatureException", sentence.toString());
    }

    private static String name(String part) {
        int equals = part.indexOf('=');
        return equals < 0 ? part : part.substring(0, equals);
    }
}
