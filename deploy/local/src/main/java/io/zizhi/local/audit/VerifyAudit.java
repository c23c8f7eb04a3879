package io.zizhi.local.audit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code ./zizhi audit verify}: lets every service verify its audit log against its anchors. */
public final class VerifyAudit {

    /** Every audit log is as it was written, or was accepted as it is. */
    static final int INTACT = 0;

    /** An audit log was tampered with, or is not anchored. */
    static final int TAMPERED = 1;

    private static final String VERIFICATIONS = "/v1/audit-verifications";

    /** Findings printed of each service. */
    private static final int PRINTED = 20;

    private final AuditServices services;
    private final PrintStream out;

    public VerifyAudit(AuditServices services, PrintStream out) {
        this.services = services;
        this.out = out;
    }

    /** What one service has verified. */
    private static final class Verified {

        private long anchors;
        private long compared;
        private long omitted;
        private boolean anchored;
        private final Set<String> findings = new LinkedHashSet<>();
        private final Set<String> accepted = new LinkedHashSet<>();

        boolean isIntact() {
            return anchored && findings.isEmpty() && omitted == 0;
        }
    }

    /** Returns {@link #INTACT} or {@link #TAMPERED}. Fails if a service does not answer. */
    public int verify() {
        out.printf(Locale.ROOT, "  %-21s %9s %10s %9s%n", "service", "anchors", "compared", "findings");
        List<Verified> all = services.addresses().stream()
                .map(service -> print(service, verify(service)))
                .toList();
        if (all.stream().allMatch(Verified::isIntact)) {
            boolean accepted = all.stream().anyMatch(each -> !each.accepted.isEmpty());
            out.println(
                    accepted
                            ? "\nNothing was found beside what was accepted."
                            : "\nEvery audit log is as it was written.");
            return INTACT;
        }
        out.println("\nThe audit log is not proven. What to do: docs/operations.md, Audit log");
        return TAMPERED;
    }

    private Verified verify(URI service) {
        Verified verified = new Verified();
        @Nullable String cursor = null;
        do {
            JsonObject request = new JsonObject();
            request.addProperty("cursor", cursor);
            JsonObject page = services.post(service, VERIFICATIONS, request.toString());
            verified.anchors += page.get("anchors").getAsLong();
            verified.compared += page.get("rows").getAsLong();
            verified.omitted += page.get("omitted").getAsLong();
            verified.anchored = page.get("anchored").getAsBoolean();
            for (JsonElement finding : page.getAsJsonArray("findings")) {
                take(verified, finding.getAsJsonObject());
            }
            cursor = page.has("nextCursor") ? page.get("nextCursor").getAsString() : null;
        } while (cursor != null);
        return verified;
    }

    private static void take(Verified verified, JsonObject finding) {
        boolean accepted = finding.remove("accepted").getAsBoolean();
        StringBuilder text = new StringBuilder(finding.remove("kind").getAsString());
        finding.entrySet()
                .forEach(part -> text.append(' ')
                        .append(part.getKey())
                        .append(' ')
                        .append(part.getValue().getAsString()));
        (accepted ? verified.accepted : verified.findings).add(text.toString());
    }

    private Verified print(URI service, Verified verified) {
        out.printf(
                Locale.ROOT,
                "  %-21s %9d %10d %9d%n",
                service,
                verified.anchors,
                verified.compared,
                verified.findings.size() + verified.omitted);
        verified.findings.stream().limit(PRINTED).forEach(finding -> out.println("    " + finding));
        verified.accepted.stream().limit(PRINTED).forEach(finding -> out.println("    accepted: " + finding));
        long rest = Math.max(0, verified.findings.size() - PRINTED) + verified.omitted;
        if (rest > 0) {
            out.println("    and " + rest + " more");
        }
        if (!verified.anchored) {
            out.println("    not anchored: set zizhi.audit.anchors.key and zizhi.audit.anchors.folder");
        }
        return verified;
    }
}
