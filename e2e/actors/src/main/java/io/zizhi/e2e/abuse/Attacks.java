package io.zizhi.e2e.abuse;

import io.zizhi.e2e.Api;
import io.zizhi.e2e.Form;
import io.zizhi.e2e.Specimen;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** All attacks. Before the services had limits, each one worked or probably would have worked. */
final class Attacks {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String FILINGS = "/v1/bulk-filings?noticeVersion=2026-11";
    private static final String DOCUMENTS = "/v1/documents?kind=BUSINESS_LICENSE";

    /** How long a connection is held or a flood continues. */
    private static final int SECONDS = 4;

    private Attacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack("XLSX with a cell far to the right", Attacks::farCells),
                new Attack(
                        "XLSX with 928,738 rows in 96 kB", target -> sheet(target, XLSX, HostileSheets.endlessRows())),
                new Attack("XLSX with one text of 40 MB", target -> sheet(target, XLSX, HostileSheets.sharedText())),
                new Attack("CSV of commas, 4 at once", target -> csv(target, HostileSheets.commas())),
                new Attack("CSV of empty lines, 4 at once", target -> csv(target, HostileSheets.emptyLines())),
                new Attack(
                        "CSV with an open quotation mark, 4 at once", target -> csv(target, HostileSheets.openQuote())),
                new Attack("unknown methods and paths", Attacks::freeWords),
                new Attack("16 unread documents, 4 accounts", Attacks::unreadViews),
                new Attack(
                        "32 sheets without their body",
                        target -> idleBodies(target, target.qualification(FILINGS), "text/csv", 32)),
                new Attack(
                        "32 documents without their body",
                        target -> idleBodies(target, target.document(DOCUMENTS), "image/png", 32)),
                new Attack("120 very slow uploads, 2 accounts", Attacks::slowUploads),
                new Attack("400 endless request heads", Attacks::unfinishedHeads),
                new Attack("drafts by 8 clients of one account", Attacks::drafts),
                new Attack("lists by 16 clients of one account", Attacks::lists),
                new Attack("phone codes by 8 clients of one account", Attacks::codes));
    }

    private static void farCells(Target target) throws InterruptedException {
        for (String column : List.of("ZZZZZZ", "FXSHRXV", "XFD")) {
            sheet(target, XLSX, HostileSheets.farCell(column));
        }
    }

    private static void csv(Target target, byte[] sheet) throws InterruptedException {
        Crowd.of(
                4,
                number -> target.as(Target.ATTACKERS.getFirst())
                        .upload(target.qualification(FILINGS), "text/csv", sheet));
    }

    private static void sheet(Target target, String type, byte[] sheet) throws InterruptedException {
        Crowd.of(
                2, number -> target.as(Target.ATTACKERS.getFirst()).upload(target.qualification(FILINGS), type, sheet));
    }

    /** Sends requests with new words. Each would permanently create a metric series with all its buckets. */
    private static void freeWords(Target target) throws InterruptedException {
        List<URI> services = target.services();
        Crowd.of(8, number -> {
            Random random = new Random(number);
            for (int request = 0; request < 250; request++) {
                URI service = services.get(request % services.size());
                boolean method = request % 2 == 0;
                String word = word(random, method ? 3_900 : 200);
                try (HeldConnection connection = HeldConnection.to(service)) {
                    connection.send((method ? word + " /v1/qualifications" : "GET /v1/" + word) + " HTTP/1.1\r\nHost: "
                            + (method ? service.getAuthority() : word(random, 60)) + "\r\nConnection: close\r\n\r\n");
                    connection.glance(2_000);
                }
            }
        });
    }

    private static void unreadViews(Target target) throws InterruptedException {
        byte[] noise = Specimen.noise(new Random(1));
        Crowd.of(Target.ATTACKERS.size(), number -> {
            String user = Target.ATTACKERS.get(number);
            String id = target.as(user)
                    .upload(target.document(DOCUMENTS), "image/png", noise)
                    .body()
                    .path("documentId")
                    .asText();
            List<HeldConnection> held = new ArrayList<>();
            for (int view = 0; view < 4; view++) {
                HeldConnection connection = HeldConnection.unread(target.document(""));
                connection.send("GET /v1/documents/" + id + "/content HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + target.token(user) + "\r\n\r\n");
                held.add(connection);
            }
            Crowd.hold(SECONDS * 1_000);
            held.forEach(HeldConnection::close);
        });
    }

    private static void idleBodies(Target target, URI uri, String type, int connections) throws InterruptedException {
        Crowd.of(connections, number -> {
            try (HeldConnection connection = upload(target, Target.ATTACKERS.getFirst(), uri, type)) {
                connection.send("x");
                Crowd.hold(SECONDS * 1_000);
            }
        });
    }

    private static void slowUploads(Target target) throws InterruptedException {
        Crowd.of(120, number -> {
            String user = Target.ATTACKERS.get(number % 2);
            try (HeldConnection connection = upload(target, user, target.document(DOCUMENTS), "image/png")) {
                connection.send(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
                for (int drop = 0; drop < SECONDS * 2 && connection.send("x"); drop++) {
                    Crowd.hold(500);
                }
            }
        });
    }

    private static HeldConnection upload(Target target, String user, URI uri, String type) {
        HeldConnection connection = HeldConnection.to(uri);
        connection.send(
                "POST " + uri.getRawPath() + "?" + uri.getRawQuery() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                        + "\r\nContent-Type: " + type + "\r\nContent-Length: 2000000\r\nAuthorization: Bearer "
                        + target.token(user) + "\r\n\r\n");
        return connection;
    }

    private static void unfinishedHeads(Target target) throws InterruptedException {
        List<URI> services = target.services();
        Crowd.of(400, number -> {
            try (HeldConnection connection = HeldConnection.to(services.get(number % services.size()))) {
                connection.send("GET /v1/qualifications HTTP/1.1\r\nX-Padding: ");
                for (int drop = 0; drop < SECONDS && connection.send("x".repeat(500)); drop++) {
                    Crowd.hold(1_000);
                }
            }
        });
    }

    private static void drafts(Target target) throws InterruptedException {
        Api api = target.as(Target.ATTACKERS.getFirst());
        Crowd.flood(
                8,
                SECONDS,
                number -> api.post(
                        target.qualification("/v1/qualifications"), Form.begun("洪水" + number + System.nanoTime())));
    }

    private static void lists(Target target) throws InterruptedException {
        Api api = target.as(Target.ATTACKERS.getFirst());
        Crowd.flood(16, SECONDS, number -> api.get(target.qualification("/v1/qualifications?limit=100")));
    }

    private static void codes(Target target) throws InterruptedException {
        Api api = target.as(Target.ATTACKERS.getFirst());
        Random random = new Random(7);
        Crowd.flood(8, SECONDS, number -> {
            String phone = "139" + (10_000_000 + random.nextInt(90_000_000));
            api.post(
                    target.notification("/v1/phone-verifications"),
                    Api.JSON.createObjectNode().put("phone", phone));
        });
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder(length);
        while (word.length() < length) {
            word.append((char) ('A' + random.nextInt(26)));
        }
        return word.toString();
    }
}
