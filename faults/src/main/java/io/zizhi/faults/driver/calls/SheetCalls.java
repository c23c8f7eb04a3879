package io.zizhi.faults.driver.calls;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.e2e.Addresses;
import io.zizhi.faults.driver.history.History;
import io.zizhi.faults.driver.history.Reply;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The requests of an applicant about bulk filings, recorded in the history. */
public final class SheetCalls {

    private final String worker;
    private final String account;
    private final Addresses addresses;
    private final Session applicant;
    private final History history;

    public SheetCalls(String worker, String account, Addresses addresses, Session applicant, History history) {
        this.worker = worker;
        this.account = account;
        this.addresses = addresses;
        this.applicant = applicant;
        this.history = history;
    }

    /**
     * @param names of the qualifications in its rows, in order
     * @param verifications of the phones in its rows, in the same order
     */
    public Reply uploadSheet(byte[] csv, List<String> names, List<String> verifications) {
        return history.perform(
                worker,
                "uploadSheet",
                Map.of(
                        "account",
                        account,
                        "names",
                        String.join(" ", names),
                        "verifications",
                        String.join(" ", verifications)),
                () -> applicant.api().upload(filings("?noticeVersion=2026-11"), "text/csv", csv),
                answer -> ApplicantCalls.facts(answer, "id"));
    }

    public Reply read(long filing) {
        return history.perform(
                worker,
                "readFiling",
                Map.of("filing", Long.toString(filing)),
                () -> applicant.api().get(filings("/" + filing)),
                answer -> ApplicantCalls.facts(answer, "state"));
    }

    /** Records each submitted row as its number and its work order, separated by a colon. */
    public Reply rows(long filing) {
        return history.perform(
                worker,
                "readRows",
                Map.of("filing", Long.toString(filing)),
                () -> applicant.api().get(filings("/" + filing + "/rows")),
                answer -> Map.of("submitted", submitted(answer)));
    }

    private static String submitted(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(row -> row.path("state").asText().equals("SUBMITTED"))
                .map(row -> row.path("number").asText() + ":"
                        + row.path("workOrder").asText())
                .collect(Collectors.joining(" "));
    }

    private URI filings(String path) {
        return URI.create(addresses.qualification() + "/v1/bulk-filings" + path);
    }
}
