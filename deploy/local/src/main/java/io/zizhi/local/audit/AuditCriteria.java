package io.zizhi.local.audit;

import io.zizhi.local.layout.LocalFailure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The options of {@code ./zizhi audit search} and {@code export}. */
final class AuditCriteria {

    private static final Map<String, String> PARAMETERS = Map.of(
            "--actor", "actor",
            "--recipient", "recipient",
            "--account", "accountId",
            "--action", "action",
            "--from", "from",
            "--to", "to",
            "--limit", "limit",
            "--format", "format");

    private final Map<String, String> values = new LinkedHashMap<>();

    private AuditCriteria() {}

    /**
     * Parses options with their values. {@code --object review/20000001} stands for type and id.
     *
     * @param own the option of this command that the other one lacks
     */
    static AuditCriteria parse(List<String> options, String own) {
        AuditCriteria criteria = new AuditCriteria();
        for (int i = 0; i < options.size(); i += 2) {
            String option = options.get(i);
            if (i + 1 == options.size()) {
                throw new LocalFailure(option + " needs a value. See ./zizhi help audit");
            }
            criteria.add(option, options.get(i + 1), own);
        }
        return criteria;
    }

    private void add(String option, String value, String own) {
        String parameter = PARAMETERS.get(option);
        boolean isOther = List.of("--limit", "--format").contains(option) && !option.equals(own);
        if (option.equals("--object")) {
            int slash = value.indexOf('/');
            if (slash < 1 || slash == value.length() - 1) {
                throw new LocalFailure("--object needs TYPE/ID, such as review/20000001.");
            }
            values.put("objectType", value.substring(0, slash));
            values.put("objectId", value.substring(slash + 1));
        } else if (parameter == null || isOther) {
            throw new LocalFailure("Unknown option " + option + ". See ./zizhi help audit");
        } else {
            values.put(parameter, value);
        }
    }

    Optional<String> value(String parameter) {
        return Optional.ofNullable(values.get(parameter));
    }

    /** Returns the query string, with the parameters of the request added or replaced. */
    String query(Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(own);
        return all.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** Returns the format of an export; CSV by default. */
    AuditFormat format() {
        String asked = value("format").orElse(AuditFormat.CSV.parameter());
        for (AuditFormat format : AuditFormat.values()) {
            if (format.parameter().equals(asked)) {
                return format;
            }
        }
        throw new LocalFailure("--format must be csv or json-lines.");
    }

    /** Returns the number of entries to show; 50 by default. */
    int limit() {
        @Nullable String asked = values.get("limit");
        if (asked == null) {
            return 50;
        }
        if (!asked.matches("[1-9]\\d?|100")) {
            throw new LocalFailure("--limit must be a number from 1 to 100.");
        }
        return Integer.parseInt(asked);
    }
}
