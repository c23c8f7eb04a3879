package io.zizhi.local.audit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.zizhi.local.layout.LocalFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** {@code ./zizhi audit}: searches and exports the audit logs of all services as one, newest first, or verifies them. */
public final class AuditCommand {

    private static final String PATH = "/v1/audit-entries";

    private final AuditServices services;
    private final PrintStream out;
    private final PrintStream err;

    /** @param err receives what is not part of an exported file */
    public AuditCommand(AuditServices services, PrintStream out, PrintStream err) {
        this.services = services;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command; fails if a service does not answer, because a result with gaps would mislead.
     *
     * @param arguments {@code search} or {@code export}, then options; or {@code verify}
     * @return the exit code
     */
    public int run(List<String> arguments) {
        if (arguments.equals(List.of("verify"))) {
            return new VerifyAudit(services, out).verify();
        }
        List<String> options = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "search" -> search(AuditCriteria.parse(options, "--limit"));
            case "export" -> export(AuditCriteria.parse(options, "--format"));
            default ->
                throw new LocalFailure("Usage: ./zizhi audit search|export|verify [OPTIONS]; see ./zizhi help audit");
        }
        return 0;
    }

    private void search(AuditCriteria criteria) {
        int limit = criteria.limit();
        List<JsonObject> found = new ArrayList<>();
        boolean more = false;
        for (URI service : services.addresses()) {
            JsonObject page = page(service, criteria.query(Map.of("limit", Integer.toString(limit))));
            page.getAsJsonArray("items").forEach(entry -> found.add(entry.getAsJsonObject()));
            more |= page.has("nextCursor");
        }
        found.sort(Comparator.comparing((JsonObject entry) -> text(entry, "at")).reversed());
        found.stream().limit(limit).forEach(this::print);
        if (more || found.size() > limit) {
            err.println("Older entries are not shown. Narrow the search, or use ./zizhi audit export");
        } else {
            err.println(found.size() + " entries.");
        }
    }

    private JsonObject page(URI service, String query) {
        try (BufferedReader answer = services.get(service, PATH + query)) {
            return JsonParser.parseReader(answer).getAsJsonObject();
        } catch (IOException e) {
            throw new LocalFailure(service + " does not answer.", e);
        }
    }

    private void print(JsonObject entry) {
        List<String> words = new ArrayList<>(List.of(
                text(entry, "at"),
                String.format(Locale.ROOT, "%-21s", text(entry, "service")),
                text(entry, "actor") + " (" + text(entry, "role") + ")",
                text(entry, "action"),
                text(entry, "objectType") + "/" + text(entry, "objectId")));
        optional(entry, "accountId").ifPresent(account -> words.add("account=" + account));
        optional(entry, "recipient").ifPresent(recipient -> words.add("to=" + recipient));
        List<String> fields = StreamSupport.stream(
                        entry.getAsJsonArray("fields").spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
        if (!fields.isEmpty()) {
            words.add("fields=" + String.join(",", fields));
        }
        optional(entry, "reason").ifPresent(reason -> words.add("reason=\"" + reason + "\""));
        out.println(String.join("  ", words));
    }

    private static String text(JsonObject entry, String name) {
        return entry.get(name).getAsString();
    }

    private static Optional<String> optional(JsonObject entry, String name) {
        return Optional.ofNullable(entry.get(name)).map(JsonElement::getAsString);
    }

    private void export(AuditCriteria criteria) {
        AuditFormat format = criteria.format();
        List<AuditExport> exports = new ArrayList<>();
        try {
            for (URI service : services.addresses()) {
                exports.add(new AuditExport(
                        service.toString(),
                        format,
                        cursor -> services.get(
                                service,
                                PATH + "/export"
                                        + criteria.query(
                                                cursor == null
                                                        ? Map.of("format", format.parameter())
                                                        : Map.of("format", format.parameter(), "cursor", cursor)))));
            }
            merge(exports, format);
        } finally {
            close(exports);
        }
    }

    /** Closes every export, even if another one fails: each has a file with audit data. */
    private static void close(List<AuditExport> exports) {
        List<LocalFailure> failures = new ArrayList<>();
        for (AuditExport export : exports) {
            try {
                export.close();
            } catch (LocalFailure failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            LocalFailure first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    /** Prints the entries of all services, the newest first, and then their number. */
    private void merge(List<AuditExport> exports, AuditFormat format) {
        if (format.hasHeader()) {
            out.print(exports.getFirst().header() + format.end());
        }
        long entries = 0;
        @Nullable AuditExport newest = newest(exports, format);
        while (newest != null) {
            out.print(newest.entry() + format.end());
            newest.advance();
            entries++;
            newest = newest(exports, format);
        }
        out.print(format.tailOf(entries) + format.end());
        if (out.checkError()) {
            throw new LocalFailure("The export could not be written completely.");
        }
        err.println(entries + " entries.");
    }

    private static @Nullable AuditExport newest(List<AuditExport> exports, AuditFormat format) {
        return exports.stream()
                .filter(export -> export.entry() != null)
                .max(Comparator.comparing(export -> format.time(Objects.requireNonNull(export.entry()))))
                .orElse(null);
    }
}
