package io.zizhi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.bench.site.Figures;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.site.Site;
import io.zizhi.bench.site.Sql;
import io.zizhi.e2e.Api;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.local.server.ServerProcess;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures lists, counts and a single qualification over HTTP, one request after another. One account has ten thousand
 * qualifications at first, then a million. The requests are typical: the first page, a far page, a rare status, parts
 * of names, expiry. The single qualification is read with its decrypted form.
 */
final class ListBench {

    private static final String SERVICE = "qualification-service";
    private static final int REAL = 50;
    private static final int WARM_UP = 60;
    private static final int REQUESTS = 300;
    private static final long FIRST = 8_000_000_000L;
    private static final List<Integer> SIZES = List.of(10_000, 1_000_000);

    /** Of each thousand, 990 are approved, one is rejected and nine are drafts. One in five hundred expires soon. */
    private static final String QUALIFICATIONS = """
            insert into qualification(id, account_id, name, name_key, purpose, owner_type, company_name, status, version,
                submissions, current_revision, in_force_revision, expires_on, created_at, updated_at)
            select i, ?, '资质' || i, '资质' || i, case when i % 3 = 0 then 'SELF' else 'THIRD_PARTY' end,
                case when i % 7 = 0 then 'PUBLIC_INSTITUTION' else 'COMPANY' end,
                '上海' || chr(cast(20000 + i * 7919 % 2503 as integer)) || chr(cast(20000 + i / 397 % 2503 as integer))
                    || '科技有限公司',
                case when i % 1000 = 0 then 'REJECTED' when i % 1000 < 10 then 'DRAFT' else 'APPROVED' end,
                1, 1, i, i, case when i % 500 = 7 then current_date + 20 else date '2099-12-31' end,
                now() - interval '400 days' + (i - ?) * interval '30 seconds',
                now() - interval '400 days' + (i - ?) * 7919 % 1000000 * interval '30 seconds'
            from generate_series(cast(? as bigint), cast(? as bigint)) i
            """;

    private static final String REVISIONS = """
            insert into revision(id, qualification_id, account_id, number, work_order, content, personal_data, submitted_at)
            select i, i, account_id, 1, i, content, personal_data, now()
            from (select account_id, content, personal_data from revision order by id limit 1) r,
                generate_series(cast(? as bigint), cast(? as bigint)) i
            """;

    /** Drops the index of words while rows are added, because rebuilding it at the end is quicker. */
    private static final String DROP_WORDS = """
            do $$ begin
                perform set_config('bench.words', pg_get_indexdef('qualification_by_words'::regclass), false);
                drop index qualification_by_words;
            end $$
            """;

    private static final String BUILD_WORDS = "do $$ begin execute current_setting('bench.words'); end $$";

    private final Site site;
    private final Report report;

    ListBench(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    void run() throws SQLException {
        ServerProcess service = site.start(SERVICE, Map.of());
        try (Connection database = site.connect(SERVICE)) {
            URI root = URI.create("http://127.0.0.1:" + service.port() + "/v1/qualifications");
            Api api = new Api(site.token("applicant-a"));
            List<Long> real = drafts(api, root);
            long last = FIRST - 1;
            for (int size : SIZES) {
                last = fill(database, last, size);
                measure(api, root, real, size);
            }
        } finally {
            service.stop();
        }
    }

    private static List<Long> drafts(Api api, URI root) {
        List<Long> ids = new ArrayList<>();
        for (int index = 0; index < REAL; index++) {
            ids.add(api.post(root, form(index)).expect(201).path("id").asLong());
        }
        return ids;
    }

    private static ObjectNode form(int index) {
        ObjectNode form = Api.JSON.createObjectNode();
        form.put("name", "测量" + index + "号").put("purpose", "SELF").put("ownerType", "COMPANY");
        form.putObject("company")
                .put("name", DemoAccounts.COMPANY_A.companyName())
                .put("creditCode", DemoAccounts.COMPANY_A.creditCode());
        for (String person : List.of("legalRepresentative", "administrator")) {
            form.putObject(person)
                    .put("name", "王示例")
                    .put("idType", "RESIDENT_ID")
                    .put("idNumber", "11010519491231002X")
                    .put("validFrom", "2020-01-01")
                    .put("validTo", "2040-01-01");
        }
        return form;
    }

    /** Adds rows until there are {@code size}; returns the id of the last one. */
    private static long fill(Connection database, long last, int size) throws SQLException {
        long end = FIRST + size - 1;
        String account = DemoAccounts.COMPANY_A.id();
        Sql.update(database, DROP_WORDS);
        Sql.update(database, QUALIFICATIONS, account, FIRST, FIRST, last + 1, end);
        Sql.update(database, REVISIONS, last + 1, end);
        Sql.update(database, BUILD_WORDS);
        Sql.awaitZero(database, 300, "select count(*) from qualification_tally where not folded");
        Sql.update(database, "vacuum analyze");
        return end;
    }

    private void measure(Api api, URI root, List<Long> real, int size) {
        Map<String, URI> questions = new LinkedHashMap<>();
        questions.put("list: first page", at(root, ""));
        questions.put("list: a page after 5,000 rows", at(root, "?cursor=" + farOn(api, root)));
        questions.put("list: changed last", at(root, "?sort=UPDATED"));
        questions.put("list: by name", at(root, "?sort=NAME"));
        questions.put("list: one status in a thousand", at(root, "?status=REJECTED"));
        questions.put("list: a rare name", at(root, "?name=" + encoded("质" + (FIRST + size / 2))));
        questions.put("list: two characters in every name", at(root, "?name=" + encoded("资质")));
        questions.put("list: two characters of a company", at(root, "?company=" + encoded(ownCharacters(FIRST + 77))));
        questions.put("list: expires within 30 days", at(root, "?expiringWithinDays=30"));
        questions.put("counts", at(root, "/counts"));
        List<Figures> figures = new ArrayList<>();
        questions.forEach((what, uri) -> figures.add(time(api, what, List.of(uri))));
        figures.add(time(
                api,
                "one qualification with its form",
                real.stream().map(id -> at(root, "/" + id)).toList()));
        report.note(String.format(
                Locale.ROOT,
                "%,d qualifications of one account, %d requests each, one after the other",
                size,
                REQUESTS));
        report.distributions(figures);
    }

    /** Returns the cursor after fifty pages of a hundred. */
    private static String farOn(Api api, URI root) {
        String cursor = "";
        for (int page = 0; page < 50; page++) {
            JsonNode read = api.get(at(root, "?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)))
                    .expect(200);
            cursor = read.path("nextCursor").asText();
        }
        return cursor;
    }

    private static Figures time(Api api, String what, List<URI> uris) {
        long[] nanos = new long[REQUESTS];
        for (int index = -WARM_UP; index < REQUESTS; index++) {
            URI uri = uris.get(Math.floorMod(index, uris.size()));
            long start = System.nanoTime();
            api.get(uri).expect(200);
            if (index >= 0) {
                nanos[index] = System.nanoTime() - start;
            }
        }
        return Figures.ofNanos(what, nanos);
    }

    /** Returns the unique part of a company's name. */
    private static String ownCharacters(long id) {
        return new StringBuilder()
                .appendCodePoint((int) (20_000 + id * 7919 % 2503))
                .appendCodePoint((int) (20_000 + id / 397 % 2503))
                .toString();
    }

    private static URI at(URI root, String rest) {
        return URI.create(root + rest);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
