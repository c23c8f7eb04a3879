package io.zizhi.qualification.companyauth.alipay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.domain.ZhimaCreditEpCertificationInitializeModel;
import com.alipay.api.domain.ZhimaCreditEpCertificationQueryModel;
import com.alipay.api.request.ZhimaCreditEpCertificationInitializeRequest;
import com.alipay.api.request.ZhimaCreditEpCertificationQueryRequest;
import com.alipay.api.response.ZhimaCreditEpCertificationInitializeResponse;
import com.alipay.api.response.ZhimaCreditEpCertificationQueryResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.companyauth.provider.ChosenProvider;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Compares our requests to Alipay with those of its own SDK for Java, the nearest thing to the gateway that runs without
 * a contract. The SDK also reads the responses of {@link AlipayDouble}.
 */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class AlipaySdkComponentTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String DISABLED_ALGORITHMS = "jdk.certpath.disabledAlgorithms";
    private static final String PREFIX = "zizhi.company-authentication.alipay.";

    private static String disabledAlgorithms = "";

    @Inject
    CircuitBreakerMaintenance breakers;

    private Filer filer;

    @BeforeAll
    static void remember_security() {
        disabledAlgorithms = Objects.requireNonNullElse(Security.getProperty(DISABLED_ALGORITHMS), "");
    }

    /** The SDK's client allows weak certificates in the whole JVM. */
    @AfterAll
    static void restore_security() {
        Security.setProperty(DISABLED_ALGORITHMS, disabledAlgorithms);
    }

    @BeforeEach
    void start() {
        Peers.reset();
        breakers.resetAll();
        ChosenProvider.set("alipay");
        alipay(Map.of());
        filer = Filer.ofNewAccount();
    }

    @Test
    void initialization_equals_that_of_the_sdk() throws AlipayApiException, IOException {
        String id = started();
        ZhimaCreditEpCertificationInitializeModel model = new ZhimaCreditEpCertificationInitializeModel();
        model.setOrgBizNo(id);
        model.setProductCode(setting("product-code"));
        model.setCertifyCategory(AlipayDouble.CATEGORY);
        model.setCertifyReturnUrl(setting("return-url"));
        ZhimaCreditEpCertificationInitializeRequest request = new ZhimaCreditEpCertificationInitializeRequest();
        request.setBizModel(model);

        ZhimaCreditEpCertificationInitializeResponse response = sdk(request);

        assertThat(response.isSuccess()).isTrue();
        assertThat(response.getBizNo()).isEqualTo("ZM" + id);
        assertSameRequests();
    }

    @Test
    void query_equals_that_of_the_sdk_which_reads_the_same_company() throws AlipayApiException, IOException {
        String id = started();
        alipay(Map.of(
                "certify_status", "SUCCESS",
                "auth_status", "SUCCESS",
                "certify_mode", "ATTORNEY",
                "ep_name", "示例（上海）科技有限公司",
                "ep_cert_no", "91310000MA1FL0000X",
                "user_name", "王示例",
                "legal_person_name", "李示例"));
        get(id);
        ZhimaCreditEpCertificationQueryModel model = new ZhimaCreditEpCertificationQueryModel();
        model.setBizNo("ZM" + id);
        ZhimaCreditEpCertificationQueryRequest request = new ZhimaCreditEpCertificationQueryRequest();
        request.setBizModel(model);

        ZhimaCreditEpCertificationQueryResponse response = sdk(request);

        assertThat(response.isSuccess()).isTrue();
        assertThat(response.getCertifyStatus()).isEqualTo("SUCCESS");
        assertThat(response.getAuthStatus()).isEqualTo("SUCCESS");
        assertThat(response.getCertifyMode()).isEqualTo("ATTORNEY");
        assertThat(response.getEpName()).isEqualTo("示例（上海）科技有限公司");
        assertThat(response.getEpCertNo()).isEqualTo("91310000MA1FL0000X");
        assertThat(response.getUserName()).isEqualTo("王示例");
        assertThat(response.getLegalPersonName()).isEqualTo("李示例");
        assertSameRequests();
    }

    @Test
    void parameter_with_a_changed_character_is_refused() throws IOException, InterruptedException {
        started();
        SortedMap<String, String> parameters = new TreeMap<>(queryOf(requests().getFirst()));
        parameters.putAll(bodyOf(requests().getFirst()));
        assertThat(parameters)
                .containsOnlyKeys(
                        "app_id",
                        "biz_content",
                        "charset",
                        "format",
                        "method",
                        "sign",
                        "sign_type",
                        "timestamp",
                        "version");
        send(parameters, "10000", "");

        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String value = parameter.getValue();
            // The end of a signature in Base64 has unused bits.
            int end = value.length() - (parameter.getKey().equals("sign") ? 3 : 0);
            for (int i = 0; i < end; i++) {
                char other = value.charAt(i) == '7' ? '8' : '7';
                SortedMap<String, String> changed = new TreeMap<>(parameters);
                changed.put(parameter.getKey(), value.substring(0, i) + other + value.substring(i + 1));
                send(changed, "40002", "isv.invalid-signature");
            }
        }
    }

    @Test
    void added_or_missing_parameter_is_refused() throws IOException, InterruptedException {
        started();
        SortedMap<String, String> parameters = new TreeMap<>(queryOf(requests().getFirst()));
        parameters.putAll(bodyOf(requests().getFirst()));

        for (String name : parameters.keySet()) {
            SortedMap<String, String> less = new TreeMap<>(parameters);
            less.remove(name);
            send(less, "40002", "isv.invalid-signature");
        }
        SortedMap<String, String> more = new TreeMap<>(parameters);
        more.put("notify_url", "https://example.cn");
        send(more, "40002", "isv.invalid-signature");
    }

    @Test
    void response_with_escaped_slashes_is_accepted_like_by_the_sdk() throws AlipayApiException {
        String id = started();
        alipay(Map.of("gateway", "slashes escaped", "certify_status", "CERTIFYING"));
        ZhimaCreditEpCertificationQueryRequest request = new ZhimaCreditEpCertificationQueryRequest();
        request.setBizContent("{}");

        assertThat(sdk(request).getCertifyStatus()).isEqualTo("CERTIFYING");
        filer.request()
                .get("/v1/company-authentications/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("SCANNED"));
    }

    /** The first request is ours, the second is the SDK's. */
    private static void assertSameRequests() throws IOException {
        List<JsonNode> requests = requests();
        assertThat(requests).hasSize(2);
        SortedMap<String, String> ours = queryOf(requests.get(0));
        SortedMap<String, String> official = queryOf(requests.get(1));
        // The SDK names itself. The gateway needs no such name.
        assertThat(official.remove("alipay_sdk")).startsWith("alipay-sdk-java-");
        // The SDK writes "json". The description of the interface says JSON.
        assertThat(official.put("format", "JSON")).isEqualTo("json");
        assertThat(ours.keySet()).isEqualTo(official.keySet());
        for (String changing : Set.of("timestamp", "sign")) {
            assertThat(ours.remove(changing)).hasSameSizeAs(official.remove(changing));
        }
        assertThat(ours).isEqualTo(official);
        assertThat(bodyOf(requests.get(0)).keySet())
                .isEqualTo(bodyOf(requests.get(1)).keySet());
        // The SDK escapes slashes in its JSON.
        assertThat(contentOf(requests.get(0))).isEqualTo(contentOf(requests.get(1)));
    }

    private static JsonNode contentOf(JsonNode request) throws IOException {
        return JSON.readTree(bodyOf(request).getOrDefault("biz_content", ""));
    }

    private static SortedMap<String, String> queryOf(JsonNode request) {
        return AlipayDouble.decoded(request.get("query").asText());
    }

    private static SortedMap<String, String> bodyOf(JsonNode request) {
        return AlipayDouble.decoded(request.get("body").asText());
    }

    private static <T extends AlipayResponse> T sdk(AlipayRequest<T> request) throws AlipayApiException {
        return new DefaultAlipayClient(
                        setting("url") + "/gateway.do",
                        setting("app-id"),
                        setting("private-key"),
                        "json",
                        "utf-8",
                        setting("alipay-public-key"),
                        "RSA2")
                .execute(request);
    }

    private static void send(SortedMap<String, String> parameters, String code, String subCode)
            throws IOException, InterruptedException {
        SortedMap<String, String> query = new TreeMap<>(parameters);
        String content = query.remove("biz_content");
        String body = content == null ? "" : encoded(Map.of("biz_content", content));
        HttpRequest request = HttpRequest.newBuilder(URI.create(setting("url") + "/gateway.do?" + encoded(query)))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = JSON.readTree(response.body()).elements().next();
        assertThat(answer.path("code").asText()).isEqualTo(code);
        assertThat(answer.path("sub_code").asText()).isEqualTo(subCode);
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static List<JsonNode> requests() throws IOException {
        return JSON.readerForListOf(JsonNode.class)
                .readValue(given().get(setting("url") + "/requests").asString());
    }

    private String started() {
        return filer.request()
                .post("/v1/company-authentications")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private void get(String id) {
        filer.request().get("/v1/company-authentications/" + id).then().statusCode(200);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(PREFIX + name, String.class);
    }

    private static void alipay(Map<String, String> settings) {
        given().contentType("application/json")
                .body(settings)
                .put(setting("url") + "/control")
                .then()
                .statusCode(200);
    }
}
