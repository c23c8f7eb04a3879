package io.zizhi.document.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.ReviewServiceDouble;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.document.viewing.pages.SamplePdfs;
import io.zizhi.document.viewing.watermark.Copies;
import io.zizhi.document.viewing.watermark.Mark;
import io.zizhi.document.viewing.watermark.MarkReader;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class PageComponentTest {

    private static final long SEED = 6;
    private static final String REVIEW = "&reason=REVIEW";

    @Inject
    Rows rows;

    private final String reviewer = DocumentsClient.subjectOf("reviewer-a");
    private final String picture =
            DocumentsClient.stored("applicant-a", "ID_PORTRAIT", SampleFiles.image("jpeg", 1600, 1000));
    private final String pdf = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", SamplePdfs.pages(2));

    @AfterEach
    void reset() {
        ReviewServiceDouble.reset();
    }

    @Test
    void the_owner_sees_pages_without_watermark() throws IOException {
        Answer answer = page("applicant-a", pdf, 2, "width=500");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(answer.header("Page-Count")).isEqualTo("2");
        assertThat(image(answer).getWidth()).isEqualTo(500);
        assertThat(MarkReader.read(image(answer))).isEmpty();
        assertThat(DocumentsClient.get("applicant-a", "/v1/documents/" + pdf)
                        .json()
                        .getInteger("pages"))
                .isEqualTo(2);
    }

    /** The way of an investigation: from a part of a leaked page to the person, the work order and the time. */
    @Test
    void leads_from_a_leaked_part_to_person_work_order_and_time() throws IOException {
        Random random = new Random(SEED);
        for (String document : List.of(picture, pdf)) {
            ReviewServiceDouble.claim(reviewer, document);
            Answer answer = page("reviewer-a", document, 1, "width=1200" + REVIEW);
            assertThat(answer.status()).isEqualTo(200);
            BufferedImage leaked = Copies.jpeg(Copies.quarter(image(answer), random), 0.4f);
            Mark mark = MarkReader.read(leaked)
                    .orElseThrow(() -> new AssertionError("no mark in the part that seed " + SEED + " cuts out"));

            JsonObject view = views(mark).getJsonObject(0);

            assertThat(view.getString("viewer")).isEqualTo(reviewer);
            assertThat(view.getLong("workOrder")).isEqualTo(42);
            assertThat(view.getString("documentId")).isEqualTo(document);
            assertThat(view.getInteger("page")).isEqualTo(1);
            assertThat(view.getString("reason")).isEqualTo("REVIEW");
            assertThat(view.getInstant("viewedAt"))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        }
    }

    /** Nine copies with nine marks would have none that is legible. */
    @Test
    void blended_copies_keep_the_mark() throws IOException {
        ReviewServiceDouble.claim(reviewer, picture);
        List<BufferedImage> copies = new ArrayList<>();
        Instant hour = Instant.EPOCH;
        while (copies.size() < 9) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
            if (!now.equals(hour)) {
                copies.clear();
                hour = now;
            }
            copies.add(image(page("reviewer-a", picture, 1, "width=600" + REVIEW)));
        }
        Mark mark = MarkReader.read(copies.getFirst()).orElseThrow();

        Map<String, ToIntFunction<int[]>> blends = Map.of(
                "mean", values -> Arrays.stream(values).sum() / values.length,
                "median", values -> values[values.length / 2],
                "least", values -> values[0],
                "greatest", values -> values[values.length - 1]);
        blends.forEach((name, blend) -> assertThat(MarkReader.read(Copies.blended(copies, blend)))
                .as(name)
                .contains(mark));
        assertThat(views(mark)).hasSizeGreaterThanOrEqualTo(copies.size());
        String id = views(mark).getJsonObject(0).getString("id");
        assertThat(views(Mark.parse(id).orElseThrow())).hasSize(1);
    }

    @Test
    void thumbnails_have_watermark_and_record_but_do_not_open() throws IOException {
        ReviewServiceDouble.claim(reviewer, picture);
        Answer small = page("reviewer-a", picture, 1, "width=240" + REVIEW);
        assertThat(ReviewServiceDouble.lastView()).isEqualTo("thumbnail");
        assertThat(image(small).getWidth()).isEqualTo(240);
        Mark mark = MarkReader.read(image(small)).orElseThrow();
        assertThat(views(mark).getJsonObject(0).getString("documentId")).isEqualTo(picture);

        assertThat(page("reviewer-a", picture, 1, "width=241" + REVIEW).status())
                .isEqualTo(200);
        assertThat(ReviewServiceDouble.lastView()).isEmpty();
    }

    @Test
    void records_each_page_before_it_is_shown() {
        ReviewServiceDouble.claim(reviewer, pdf);
        page("reviewer-a", pdf, 2, "width=300" + REVIEW);
        assertThat(rows.text(
                        "select actor || reason || fields[1] from audit_entry where role = 'reviewer' and object_id ="
                                + " ?",
                        pdf))
                .isEqualTo(reviewer + "REVIEWpage 2");
        rows.execute(
                "alter table audit_entry add constraint test_refuses check (action <> 'document.viewed') not valid");
        try {
            assertThat(page("reviewer-a", pdf, 2, "width=300" + REVIEW).status())
                    .isEqualTo(500);
        } finally {
            rows.execute("alter table audit_entry drop constraint test_refuses");
        }
        assertThat(rows.text("select count(*) from document_view where document_id = ?", pdf))
                .isEqualTo("1");
    }

    @Test
    void refuses_pages_without_right_reason_or_number() {
        page("applicant-b", picture, 1, "").isProblem(404, "DOCUMENT_NOT_FOUND");
        page("auditor", picture, 1, "reason=REVIEW").isProblem(403, "FORBIDDEN");
        page("reviewer-a", picture, 1, "reason=REVIEW").isProblem(403, "CLAIM_REQUIRED");
        ReviewServiceDouble.claim(reviewer, picture);
        page("reviewer-a", picture, 1, "").isProblem(400, "REASON_REQUIRED");
        page("reviewer-a", picture, 1, "reason=review").isProblem(400, "REASON_UNKNOWN");
        page("reviewer-a", picture, 1, "reason=EXPORT").isProblem(400, "REASON_UNKNOWN");
        page("applicant-a", picture, 1, "width=63").isProblem(400, "PARAMETER_INVALID");
        page("applicant-a", picture, 1, "width=2001").isProblem(400, "PARAMETER_INVALID");
        page("applicant-a", picture, 1, "width=x").isProblem(400, "PARAMETER_INVALID");
        page("applicant-a", picture, 0, "").isProblem(404, "PAGE_NOT_FOUND");
        page("applicant-a", picture, 2, "").isProblem(404, "PAGE_NOT_FOUND");
        page("applicant-a", pdf, 3, "").isProblem(404, "PAGE_NOT_FOUND");
    }

    @Test
    void refuses_what_cannot_be_shown() {
        String word = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", SampleFiles.docx());
        page("applicant-a", word, 1, "").isProblem(409, "DOWNLOAD_ONLY");
        String damaged = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", SampleFiles.pdf());
        page("applicant-a", damaged, 1, "").isProblem(422, "PAGE_UNREADABLE");
        rows.execute("update document set status = 'QUARANTINED' where id = '" + picture + "'");
        page("applicant-a", picture, 1, "").isProblem(409, "DOCUMENT_QUARANTINED");
    }

    @Test
    void auditors_search_views_by_document_work_order_person_and_period() {
        ReviewServiceDouble.claim(reviewer, picture);
        page("reviewer-a", picture, 1, "width=300" + REVIEW);
        page("applicant-a", picture, 1, "width=300");
        String of = "documentId=" + picture;

        assertThat(viewers(of)).containsExactly(DocumentsClient.subjectOf("applicant-a"), reviewer);
        assertThat(viewers(of + "&workOrder=42")).containsExactly(reviewer);
        assertThat(viewers(of + "&workOrder=43")).isEmpty();
        assertThat(viewers(of + "&viewer=" + reviewer)).containsExactly(reviewer);
        assertThat(viewers(of + "&to=2026-01-01T00:00:00Z")).isEmpty();
        assertThat(viewers(of + "&from=2020-01-01T00:00:00Z")).hasSize(2);
        JsonObject first = search(of + "&limit=1");
        assertThat(first.getJsonArray("items")).hasSize(1);
        assertThat(viewers(of + "&limit=1&cursor=" + first.getString("nextCursor")))
                .containsExactly(reviewer);
        assertThat(rows.text(
                        "select array_to_string(fields, ',') from audit_entry where action = 'document-views.searched'"
                                + " and array_length(fields, 1) > ?::int order by sequence limit 1",
                        "1"))
                .isEqualTo("workOrder,documentId");
    }

    @Test
    void refuses_searches_by_others_and_unknown_marks() {
        DocumentsClient.get("applicant-a", "/v1/document-views").isProblem(403, "FORBIDDEN");
        DocumentsClient.get("supervisor", "/v1/document-views").isProblem(403, "FORBIDDEN");
        DocumentsClient.get("auditor", "/v1/document-views?workOrder=x").isProblem(400, "PARAMETER_INVALID");
        DocumentsClient.get("auditor", "/v1/document-views/000000000000").isProblem(404, "VIEW_NOT_FOUND");
        DocumentsClient.get("auditor", "/v1/document-views/x").isProblem(404, "VIEW_NOT_FOUND");
    }

    @Test
    void the_owner_sees_when_staff_viewed_but_not_who() {
        ReviewServiceDouble.claim(reviewer, picture);
        page("reviewer-a", picture, 1, "width=300&reason=COMPARISON");
        page("applicant-a", picture, 1, "width=300");

        Answer answer = DocumentsClient.get("applicant-a", "/v1/documents/" + picture + "/views");

        JsonArray items = answer.json().getJsonArray("items");
        assertThat(items).hasSize(1);
        assertThat(items.getJsonObject(0).fieldNames())
                .containsExactlyInAnyOrder("id", "mark", "viewedAt", "role", "reason", "workOrder");
        assertThat(items.getJsonObject(0).getString("role")).isEqualTo("reviewer");
        assertThat(items.getJsonObject(0).getString("reason")).isEqualTo("COMPARISON");
        DocumentsClient.get("applicant-b", "/v1/documents/" + picture + "/views")
                .isProblem(404, "DOCUMENT_NOT_FOUND");

        assertThat(DocumentsClient.delete("applicant-a", picture).status()).isEqualTo(204);
        assertThat(DocumentsClient.get("applicant-a", "/v1/documents/" + picture + "/views")
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
        DocumentsClient.get("applicant-b", "/v1/documents/" + picture + "/views")
                .isProblem(404, "DOCUMENT_NOT_FOUND");
    }

    @Test
    void ten_small_pictures_at_once_are_all_shown() {
        List<Integer> statuses = IntStream.range(0, 10)
                .parallel()
                .mapToObj(
                        ignored -> page("applicant-a", picture, 1, "width=200").status())
                .toList();
        assertThat(statuses).containsOnly(200);
    }

    private static JsonArray views(Mark mark) {
        return DocumentsClient.get("auditor", "/v1/document-views/" + mark)
                .json()
                .getJsonArray("items");
    }

    private static List<String> viewers(String query) {
        return search(query).getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("viewer"))
                .collect(Collectors.toList());
    }

    private static JsonObject search(String query) {
        Answer answer = DocumentsClient.get("auditor", "/v1/document-views?" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static Answer page(String user, String document, int number, String query) {
        return DocumentsClient.get(user, "/v1/documents/" + document + "/pages/" + number + "?" + query);
    }

    private static BufferedImage image(Answer answer) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(answer.bytes()));
    }
}
