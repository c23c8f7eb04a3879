package io.zizhi.local;

import io.zizhi.local.demo.DemoAccount;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.local.demo.DemoUser;
import io.zizhi.local.demo.DemoUsers;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.MalwareScanner;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.kafka.KafkaUsers;
import io.zizhi.local.suite.Infrastructure;
import io.zizhi.local.suite.Suite;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The last output of {@code ./zizhi up}: addresses and demo users. */
final class Overview {

    private final Suite suite;

    Overview(Suite suite) {
        this.suite = suite;
    }

    void print(PrintStream out) {
        for (Service service : Service.values()) {
            int port = suite.port(service);
            row(
                    out,
                    service.module(),
                    "http://127.0.0.1:" + port,
                    "http://127.0.0.1:" + Port.management(port) + "/q/health, /q/metrics, /q/openapi; internal "
                            + Port.internal(port));
        }
        Infrastructure servers = suite.infrastructure();
        row(out, "OIDC", servers.identity().issuer(), "");
        row(
                out,
                "PostgreSQL",
                address(servers),
                "databases " + databases() + "; passwords in "
                        + servers.folder().resolve("secrets"));
        row(
                out,
                "Kafka",
                servers.bootstrapServers(),
                "kcat -F " + KafkaUsers.folder(servers.folder()).resolve("kcat.conf"));
        row(
                out,
                "S3",
                servers.objectStore().endpoint().toString(),
                "bucket " + servers.objectStore().bucket());
        row(
                out,
                MalwareScanner.TITLE,
                servers.scanner().orElse("-"),
                servers.scanner().isPresent()
                        ? "knows only the EICAR test file"
                        : MalwareScanner.MISSING + "; documents stay PENDING_SCAN");
        out.println("\nDemo users; the password is the user name:");
        DemoUsers.ALL.forEach(user -> row(out, user.name(), String.join(",", user.roles()), account(user)));
        out.println("\nNext: ./zizhi demo, ./zizhi token applicant-a, ./zizhi down");
    }

    private static void row(PrintStream out, String name, String address, String note) {
        out.println(String.format(Locale.ROOT, "  %-22s %-28s %s", name, address, note)
                .stripTrailing());
    }

    private static String address(Infrastructure servers) {
        String url = servers.database(Service.QUALIFICATION.module()).reactiveUrl();
        return url.substring(url.indexOf("//") + 2, url.lastIndexOf('/'));
    }

    private static String databases() {
        return Arrays.stream(Service.values()).map(Service::word).collect(Collectors.joining(", "));
    }

    private static String account(DemoUser user) {
        return DemoAccounts.ALL.stream()
                .filter(account -> account.id().equals(user.account()))
                .map(Overview::describe)
                .findFirst()
                .orElse("");
    }

    private static String describe(DemoAccount account) {
        if (account.companyName() == null) {
            return "a natural person";
        }
        return account.companyName() + " " + account.creditCode();
    }
}
