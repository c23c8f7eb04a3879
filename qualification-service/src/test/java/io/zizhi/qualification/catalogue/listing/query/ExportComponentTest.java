package io.zizhi.qualification.catalogue.listing.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class ExportComponentTest {

    private Filer filer;
    private String mark;

    @BeforeEach
    void start() {
        filer = Filer.ofInstitution();
        mark = "导" + UUID.randomUUID().toString().substring(0, 8);
        Peers.reset();
    }

    @Test
    void exports_list_with_masked_personal_data() {
        Map<String, Object> form = filer.goodForm();
        form.put("name", mark + ",甲");
        Map<String, Object> company = new LinkedHashMap<>(Forms.part(form, "company"));
        company.put("name", "=cmd|' /C calc'!A0");
        form.put("company", company);
        long id = filer.draft(form);

        List<String> lines = export("name=" + mark);

        assertThat(lines.getFirst()).startsWith("\uFEFF资质 ID,资质名称,申请用途");
        assertThat(lines.get(1))
                .startsWith(id + ",\"" + mark + ",甲\",SELF,PUBLIC_INSTITUTION,DRAFT,NONE,'=cmd|' /C calc'!A0,")
                .contains(",李*,王*,139****1234,")
                .contains(",2040-01-01,")
                .doesNotContain("李示例", "13900001234");
        assertThat(lines.get(2)).isEqualTo("# 1");
        assertThat(lines).hasSize(3);
        assertThat(audited()).isPositive();
    }

    @Test
    void names_columns_as_the_template_of_sheets_does() {
        List<String> shared = List.of("资质名称", "申请用途", "主体类型", "企业名称", "统一社会信用代码", "法定代表人姓名", "管理员姓名", "管理员手机号");
        String template = filer.request()
                .get("/v1/bulk-filings/template")
                .then()
                .extract()
                .asString();

        assertThat(template.strip().replace("\uFEFF", "").split(",")).containsAll(shared);
        assertThat(export("name=" + mark).getFirst().split(",")).containsAll(shared);
    }

    @Test
    void streams_long_filtered_list_completely_and_in_order() {
        int count = ListingRepository.MANY + 1;
        long first = filer.draft(named(mark + "样"));
        copies(first, count - 1);

        List<String> lines = export("name=" + mark + "&sort=NAME");

        assertThat(lines).hasSize(count + 2);
        assertThat(lines.getLast()).isEqualTo("# " + count);
        assertThat(lines.subList(1, count + 1))
                .isSortedAccordingTo((one, two) -> name(one).compareTo(name(two)));
        assertThat(lines.subList(1, count + 1).stream().map(ExportComponentTest::name))
                .doesNotHaveDuplicates();
    }

    @Test
    void exports_empty_list_with_titles_and_count() {
        assertThat(export("name=" + mark)).hasSize(2).last().isEqualTo("# 0");
    }

    private static Map<String, Object> named(String name) {
        Map<String, Object> form = Forms.bare();
        form.put("name", name);
        return form;
    }

    /** Lets many qualifications share one working copy, which the service itself never does. */
    private static void copies(long id, int count) {
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("insert into qualification(id, account_id, name, name_key,"
                                + " purpose, owner_type, status, version, submissions, working_revision, created_at,"
                                + " updated_at)"
                                + " select nextval('qualification_id'), account_id, name || i, name || i, purpose,"
                                + " owner_type, status, version, submissions, working_revision, created_at, updated_at"
                                + " from qualification, generate_series(1, " + count + ") i where id = " + id)
                        .executeUpdate()));
    }

    private List<String> export(String query) {
        byte[] file = filer.request()
                .get("/v1/qualifications/export?" + query)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header("Content-Disposition", containsString("qualifications.csv"))
                .extract()
                .asByteArray();
        return List.of(new String(file, StandardCharsets.UTF_8).split("\r\n"));
    }

    private static String name(String line) {
        return line.split(",", -1)[1];
    }

    private static long audited() {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from audit_entry where action = 'qualifications.exported'", Long.class)
                        .getSingleResult()));
    }
}
