package io.zizhi.kubernetes;

import static io.zizhi.kubernetes.Build.elements;
import static io.zizhi.kubernetes.Build.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.local.demo.DemoUser;
import io.zizhi.local.demo.DemoUsers;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import io.zizhi.platform.identity.Roles;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares Keycloak's realm with what the services read from tokens. */
class RealmTest {

    private static final JsonNode REALM = Build.read("kubernetes/infrastructure/keycloak/zizhi-realm.json");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern SCOPE = Pattern.compile("quarkus\\.oidc-client\\.[a-z-]+\\.scopes=(\\S+)");

    /** Keycloak's own placeholder in the name of a claim. */
    private static final String OWN_PLACEHOLDER = "client_id";

    @Test
    void realm_has_roles_of_the_code() throws IllegalAccessException {
        List<String> roles = new ArrayList<>();
        for (Field field : Roles.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers()) && field.get(null) instanceof String role) {
                roles.add(role);
            }
        }
        assertThat(elements(REALM.at("/roles/realm"))
                        .map(role -> role.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(roles);
    }

    /** A service may ask for a token for each service that it calls. Without asking, it gets one for nobody. */
    @ParameterizedTest
    @EnumSource(Service.class)
    void service_may_ask_for_services_it_calls(Service service) throws IOException {
        String settings = Files.readString(
                ProjectFolder.find().resolve(service.module()).resolve("src/main/resources/application.properties"));
        Set<String> called = SCOPE.matcher(settings)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        JsonNode client = client(service.module());
        assertThat(called).isNotEmpty();
        assertThat(client.path("serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        assertThat(texts(client.path("optionalClientScopes"))).containsExactlyInAnyOrderElementsOf(called);
        assertThat(texts(client.path("defaultClientScopes"))).containsExactly("basic");
        assertThat(client.has("protocolMappers")).isFalse();
        assertThat(elements(REALM.path("users"))
                        .filter(user ->
                                user.path("serviceAccountClientId").asText().equals(service.module())))
                .singleElement()
                .satisfies(user -> assertThat(texts(user.path("realmRoles"))).containsExactly(Roles.SERVICE));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void scope_of_a_service_is_one_audience(Service service) {
        assertThat(audiences(scope(service.module()))).containsExactly(service.module());
    }

    @Test
    void signature_system_calls_one_service() {
        JsonNode client = client(Roles.SIGNATURE_SYSTEM);
        assertThat(texts(client.path("defaultClientScopes"))).containsExactly("basic", "qualification-service");
        assertThat(texts(client.path("optionalClientScopes"))).isEmpty();
        assertThat(client.has("protocolMappers")).isFalse();
    }

    /** A token for both services would be refused by both. */
    @Test
    void filing_system_may_ask_for_each_service_it_calls() {
        JsonNode client = client(Roles.CARRIER_FILING_SYSTEM);
        assertThat(texts(client.path("defaultClientScopes"))).containsExactly("basic");
        assertThat(texts(client.path("optionalClientScopes")))
                .containsExactly("qualification-service", "document-service");
        assertThat(claims(client)).containsExactly("carriers");
    }

    /** A realm with client scopes of its own gets none of those that are built into Keycloak. */
    @Test
    void scopes_of_every_client_exist() {
        List<String> scopes = elements(REALM.path("clientScopes"))
                .map(scope -> scope.path("name").asText())
                .toList();
        Set<String> used = new TreeSet<>(texts(REALM.path("defaultDefaultClientScopes")));
        elements(REALM.path("clients")).forEach(client -> {
            used.addAll(texts(client.path("defaultClientScopes")));
            used.addAll(texts(client.path("optionalClientScopes")));
        });
        assertThat(scopes).containsExactlyInAnyOrderElementsOf(used);
        assertThat(scope("basic").path("protocolMappers").findValuesAsText("protocolMapper"))
                .contains("oidc-sub-mapper");
        assertThat(claims(scope("basic"))).contains("roles");
        assertThat(claims(scope("profile"))).contains("preferred_username");
    }

    @Test
    void tokens_of_people_have_the_claims_that_services_read() {
        for (String name : List.of("zizhi-console", "zizhi-cli")) {
            JsonNode client = client(name);
            assertThat(client.path("publicClient").asBoolean()).isTrue();
            assertThat(audiences(client)).containsExactly("zizhi");
            assertThat(claims(client)).contains("account");
            assertThat(client.has("defaultClientScopes"))
                    .as("has those of the realm")
                    .isFalse();
        }
        assertThat(client("zizhi-console")
                        .at("/attributes/pkce.code.challenge.method")
                        .asText())
                .isEqualTo("S256");
        assertThat(client("zizhi-console").path("directAccessGrantsEnabled").asBoolean(true))
                .isFalse();
        assertThat(client("zizhi-cli").path("standardFlowEnabled").asBoolean(true))
                .isFalse();
    }

    /** Services refuse personal data to tokens that do not state when and how the person signed in. */
    @Test
    void tokens_state_time_and_strength_of_the_login() {
        assertThat(claims(scope("basic"))).contains("auth_time");
        assertThat(texts(REALM.path("defaultDefaultClientScopes"))).contains("acr");
        assertThat(REALM.at("/attributes/acr.loa.map").asText()).isEqualTo("{\"password\": 1, \"mfa\": 2}");
    }

    @Test
    void second_factor_is_asked_for_at_its_level_only() {
        assertThat(flow(REALM.path("browserFlow").asText()).findValuesAsText("flowAlias"))
                .containsExactly("zizhi forms");
        assertThat(flow("zizhi forms").findValuesAsText("requirement")).containsOnly("CONDITIONAL");
        assertThat(level("zizhi password", "auth-username-password-form")).isEqualTo("1");
        assertThat(level("zizhi second factor", "auth-otp-form")).isEqualTo("2");
        assertThat(flow(REALM.path("directGrantFlow").asText()).findValuesAsText("authenticator"))
                .containsExactly("direct-grant-validate-username", "direct-grant-validate-password");
    }

    /** Returns the level at which the flow shows the form. */
    private static String level(String alias, String form) {
        JsonNode flow = flow(alias);
        assertThat(flow.findValuesAsText("authenticator")).containsExactly("conditional-level-of-authentication", form);
        assertThat(flow.findValuesAsText("requirement")).containsOnly("REQUIRED");
        String config = flow.findValue("authenticatorConfig").asText();
        return elements(REALM.path("authenticatorConfig"))
                .filter(one -> one.path("alias").asText().equals(config))
                .findFirst()
                .orElseThrow()
                .at("/config/loa-condition-level")
                .asText();
    }

    private static JsonNode flow(String alias) {
        return elements(REALM.path("authenticationFlows"))
                .filter(flow -> flow.path("alias").asText().equals(alias))
                .findFirst()
                .orElseThrow();
    }

    /** With a wildcard, an open redirect on any page of the console would give away codes. */
    @Test
    void redirect_uris_are_exact() {
        assertThat(texts(client("zizhi-console").path("redirectUris")))
                .containsExactly("${CONSOLE_URL}/session/callback");
    }

    /** A public client has no secret that would protect its refresh token. */
    @Test
    void refresh_token_works_once() {
        assertThat(REALM.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(REALM.path("refreshTokenMaxReuse").asInt(1)).isZero();
    }

    /** Otherwise people could move themselves to another account. */
    @Test
    void only_administrators_change_the_account_of_a_person() {
        JsonNode profile = Build.parse(
                        REALM.findValue("kc.user.profile.config").path(0).asText())
                .manifests()
                .getFirst();
        assertThat(elements(profile.path("attributes"))
                        .filter(attribute -> attribute.path("name").asText().equals("account")))
                .singleElement()
                .satisfies(account ->
                        assertThat(texts(account.at("/permissions/edit"))).containsExactly("admin"));
        assertThat(profile.has("unmanagedAttributePolicy")).isFalse();
    }

    @Test
    void trial_has_the_demo_users() {
        JsonNode users = Build.read("kubernetes/overlays/trial/servers/zizhi-users-0.json");
        assertThat(elements(users.path("users"))
                        .map(user -> user.path("username").asText() + " "
                                + user.at("/attributes/account/0").asText("null") + " "
                                + texts(user.path("realmRoles"))))
                .containsExactlyElementsOf(
                        DemoUsers.ALL.stream().map(RealmTest::described).toList());
    }

    /** Keycloak itself and the Job that imports the realm replace placeholders by variables. */
    @Test
    void every_placeholder_has_a_variable() {
        Set<String> used = PLACEHOLDER
                .matcher(REALM.toString())
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals(OWN_PLACEHOLDER))
                .collect(Collectors.toCollection(TreeSet::new));
        JsonNode job = Build.of("production").get("Job", "realm-import").at("/spec/template/spec/containers/0");
        JsonNode server = Build.of("trial").get("StatefulSet", "keycloak").at("/spec/template/spec/containers/0");
        assertThat(used).hasSize(8);
        assertThat(job.path("env").findValuesAsText("name")).containsAll(used);
        assertThat(server.path("env").findValuesAsText("name")).containsAll(used);
        String script = job.at("/args/0").asText();
        assertThat(used).allSatisfy(name -> assertThat(script).contains(name));
    }

    @Test
    void import_replaces_placeholders_and_keeps_an_existing_realm(@TempDir Path folder) throws IOException {
        Files.copy(
                Build.FOLDER.resolve("infrastructure/keycloak/zizhi-realm.json"), folder.resolve("zizhi-realm.json"));
        Path kcadm = folder.resolve("kcadm.sh");
        Files.writeString(kcadm, """
                #!/bin/bash
                cd %s
                echo "$*" >> arguments
                case "$*" in
                get*) [[ -e realm ]] ;;
                create*) cat > realm ;;
                esac
                """.formatted(folder));
        Files.setPosixFilePermissions(kcadm, PosixFilePermissions.fromString("rwxr-xr-x"));
        JsonNode job = Build.of("production").get("Job", "realm-import").at("/spec/template/spec/containers/0");
        List<String> command = new ArrayList<>(List.of("env"));
        job.path("env").findValuesAsText("name").forEach(name -> command.add(name + "=a&b/" + name));
        command.addAll(texts(job.path("command")));
        command.add(job.at("/args/0")
                .asText()
                .replace("/opt/keycloak/bin/kcadm.sh", kcadm.toString())
                .replace("/realm/", folder + "/"));
        Program script = Program.in(folder, command.toArray(new String[0]));

        script.output();
        String realm = Files.readString(folder.resolve("realm"));
        assertThat(realm).contains("\"a&b/REVIEW_SERVICE_SECRET\"");
        assertThat(PLACEHOLDER.matcher(realm).results().map(found -> found.group(1)))
                .containsOnly(OWN_PLACEHOLDER);
        assertThat(script.output()).contains("Nothing was changed");
        assertThat(Files.readString(folder.resolve("arguments")))
                .as("visible in process lists")
                .contains("--user a&b/ADMIN_USER")
                .doesNotContain("PASSWORD", "SECRET");
    }

    private static String described(DemoUser user) {
        return user.name() + " " + user.account() + " " + user.roles();
    }

    private static JsonNode client(String id) {
        return elements(REALM.path("clients"))
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode scope(String name) {
        return elements(REALM.path("clientScopes"))
                .filter(scope -> scope.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> audiences(JsonNode clientOrScope) {
        return clientOrScope.path("protocolMappers").findValuesAsText("included.custom.audience");
    }

    private static List<String> claims(JsonNode clientOrScope) {
        return clientOrScope.path("protocolMappers").findValuesAsText("claim.name");
    }
}
