package io.zizhi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.bench.site.Figures;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.site.Site;
import io.zizhi.bench.site.Sql;
import io.zizhi.e2e.Api;
import io.zizhi.local.server.ServerProcess;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures an import of 10,000 qualifications of 500 accounts over HTTP, with two operators: the upload, the dry run,
 * and the import after the confirmation. The rows name no documents, so no other service takes part.
 */
final class ImportBench {

    private static final String SERVICE = "qualification-service";
    private static final int ROWS = 10_000;
    private static final int ACCOUNTS = 500;
    private static final int WARM_UP_ROWS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_NANOS = 50_000_000;

    private static final String HEADER =
            "accountId,sourceSystem,sourceReference,approvedOn,approvalValidUntil,name,purpose,"
                    + "ownerType,companyName,creditCode,certificateKind,certificateValidFrom,certificateValidTo,"
                    + "legalRepresentativeName,legalRepresentativeIdType,legalRepresentativeIdNumber,administratorName,"
                    + "administratorIdType,administratorIdNumber,administratorValidFrom,administratorValidTo,administratorPhone\n";

    private static final String VERIFY = """
            insert into account_identity(account_id, kind, company_name, credit_code, version, verified_at)
            select 'imported-' || i, 'COMPANY', '测量' || i || '科技有限公司', '91330106673959654P', 1, now()
            from generate_series(0, ? - 1) i
            """;

    private final Site site;
    private final Report report;

    ImportBench(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    void run() throws SQLException {
        ServerProcess service = site.start(SERVICE, Map.of());
        try (Connection database = site.connect(SERVICE)) {
            Sql.update(database, VERIFY, ACCOUNTS);
            URI root = URI.create("http://127.0.0.1:" + service.port() + "/v1/imports");
            importOnce(root, "warm-up", WARM_UP_ROWS);
            double[] seconds = importOnce(root, "measured", ROWS);
            report.note(ROWS + " rows of " + ACCOUNTS + " accounts, after " + WARM_UP_ROWS + " not counted");
            report.rounds(List.of(
                    Figures.of("upload: requested → answered", "rows/s", List.of(ROWS / seconds[0])),
                    Figures.of("dry run: answered → CHECKED", "rows/s", List.of(ROWS / seconds[1])),
                    Figures.of("import: confirmed → COMPLETED", "rows/s", List.of(ROWS / seconds[2]))));
            report.note("%.1f s from the upload to the last qualification, without the wait for the second operator"
                    .formatted(seconds[0] + seconds[1] + seconds[2]));
        } finally {
            service.stop();
        }
    }

    /** Returns the seconds of upload, dry run and import. */
    private double[] importOnce(URI root, String system, int rows) {
        Api first = new Api(site.token("operator"), PATIENCE);
        Api second = new Api(site.token("operator-b"), PATIENCE);
        byte[] sheet = sheet(system, rows);
        long start = System.nanoTime();
        long id = first.upload(
                        root,
                        "text/csv",
                        sheet,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .path("id")
                .asLong();
        long uploaded = System.nanoTime();
        URI one = URI.create(root + "/" + id);
        await(first, one, "CHECKED");
        long checked = System.nanoTime();
        second.post(URI.create(one + "/confirmation"), null).expect(200);
        JsonNode end = await(first, one, "COMPLETED");
        long completed = System.nanoTime();
        if (end.at("/counts/imported").asInt() != rows) {
            throw new IllegalStateException("Not every row was imported: " + end);
        }
        return new double[] {(uploaded - start) / 1e9, (checked - uploaded) / 1e9, (completed - checked) / 1e9};
    }

    private static JsonNode await(Api api, URI one, String state) {
        JsonNode view = api.get(one).expect(200);
        while (!view.path("state").asText().equals(state)) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            view = api.get(one).expect(200);
        }
        return view;
    }

    private static byte[] sheet(String system, int rows) {
        StringBuilder sheet = new StringBuilder(HEADER);
        for (int row = 0; row < rows; row++) {
            int account = row % ACCOUNTS;
            sheet.append("imported-%d,%s,ZZ-%d,2025-06-01,2028-12-31,测量%s%d号,自用,企业,测量%d科技有限公司,91330106673959654P,"
                    .formatted(account, system, row, system.replace("-", ""), row, account));
            sheet.append("企业营业执照,2020-01-01,长期,李示例,居民身份证,11010519491231002X,");
            sheet.append("王示例,居民身份证,11010519491231002X,2020-01-01,2040-01-01,139%08d\n".formatted(row));
        }
        return sheet.toString().getBytes(StandardCharsets.UTF_8);
    }
}
