package io.zizhi.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/**
 * Completes the OpenAPI document. SmallRye finds paths, parameters and bodies. This filter adds exact schemas ({@link
 * Schemas}), all errors ({@link CommonRefusals}, {@link Refusal}), roles, examples ({@link Examples}) and descriptions
 * from Javadoc ({@link Comments}). Runs once, at build time.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class InterfaceDocument implements OASFilter {

    private static final String BEARER = "bearer";

    private static final String FOR_ALL_OPERATIONS = """

            Errors are problem details (RFC 9457). Programs decide by the stable `code`; `detail` is for developers and may change. `errors` names each \
            wrong field by JSON pointer, or `?name` for a query parameter. Requests are read strictly: unknown and duplicate fields, wrong types, and unknown and \
            repeated query parameters are rejected. Instants are UTC unless stated otherwise. A method that the path does not support gets 405; a request whose headers are too large \
            gets 431.

            Operations marked `x-internal` are for the other services and for operators, not for the public. They are served only on the internal port, by \
            default the public port + 2000. If an operation has `x-callers`, only these services may call it.""";

    private final IndexView index;

    /** @param index all classes of the service, the platform and the contracts */
    public InterfaceDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        ClassLoader resources = Thread.currentThread().getContextClassLoader();
        Comments comments = Comments.ofAllModules(resources);
        List<Described> operations = operations(document);
        List<Type> bodies = operations.stream()
                .map(operation -> operation.endpoint().body())
                .flatMap(Optional::stream)
                .toList();
        Schemas schemas = new Schemas(index, comments, bodies);
        Answers answers = new Answers(schemas);
        Map<String, Schema> scanned =
                document.getComponents() == null || document.getComponents().getSchemas() == null
                        ? Map.of()
                        : document.getComponents().getSchemas();
        OperationWriter writer = new OperationWriter(comments, schemas, answers, new Examples(resources), scanned);
        operations.forEach(each -> {
            writer.complete(each.operation(), each.endpoint(), each.path());
            place(each);
            secure(each);
        });
        document.info(info());
        document.tags(tags(operations, comments));
        document.paths(sorted(document));
        document.components(
                OASFactory.createComponents()
                        .schemas(new LinkedHashMap<>(schemas.components()))
                        .responses(new LinkedHashMap<>(answers.components()))
                        .addSecurityScheme(
                                BEARER,
                                OASFactory.createSecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .bearerFormat("JWT")
                                        .description(
                                                "An access token from the configured OpenID Connect provider. Each operation lists the roles that it"
                                                        + " accepts; one of them in the claim `roles` is enough. An applicant's token names the account"
                                                        + " in the claim `account`. A service's token names the called service in `aud`.")));
        document.servers(List.of(OASFactory.createServer()
                .url("/")
                .description("The address of the service. On one machine, `./zizhi up` prints it.")));
    }

    private static Info info() {
        Config config = ConfigProvider.getConfig();
        String service = config.getValue("quarkus.application.name", String.class);
        return OASFactory.createInfo()
                .title(config.getOptionalValue("zizhi.openapi.title", String.class)
                        .orElse(service))
                .version(config.getOptionalValue("quarkus.application.version", String.class)
                        .orElse("0"))
                .description(config.getOptionalValue("zizhi.openapi.description", String.class)
                                .orElse(service)
                        + "\n"
                        + FOR_ALL_OPERATIONS)
                .contact(OASFactory.createContact().name("The operator of this installation"))
                .license(OASFactory.createLicense()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0"));
    }

    /** An operation of the document, with its resource method and path. */
    private record Described(Operation operation, Endpoint endpoint, String path) {

        boolean isInternal() {
            return path.startsWith("/internal/");
        }

        /**
         * Returns the first part of the path after the version: {@code phone-verifications} for
         * {@code /v1/phone-verifications/{id}/attempts}.
         */
        String tag() {
            List<String> steps = List.of(path.split("/", -1));
            return isInternal() ? "internal " + steps.get(3) : steps.get(2);
        }
    }

    private List<Described> operations(OpenAPI document) {
        List<Described> operations = new ArrayList<>();
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .values()
                        .forEach(operation -> Endpoint.of(index, operation.getOperationId())
                                .ifPresent(endpoint -> operations.add(new Described(operation, endpoint, path)))));
        return operations;
    }

    private static void place(Described described) {
        described.operation().tags(new ArrayList<>(List.of(described.tag())));
        if (described.isInternal()) {
            described.operation().addExtension("x-internal", true);
            List<String> callers = described.endpoint().callers();
            if (!callers.isEmpty()) {
                described.operation().addExtension("x-callers", callers);
            }
        }
    }

    /** Adds one requirement for each role, because any one is enough. */
    private static void secure(Described described) {
        Operation operation = described.operation().security(null);
        List<String> roles = described.endpoint().roles();
        if (roles.isEmpty()) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(BEARER));
        }
        roles.forEach(role -> operation.addSecurityRequirement(
                OASFactory.createSecurityRequirement().addScheme(BEARER, role)));
    }

    private static List<Tag> tags(List<Described> operations, Comments comments) {
        SortedMap<String, Set<String>> descriptions = new TreeMap<>();
        operations.forEach(each -> descriptions
                .computeIfAbsent(each.tag(), unknown -> new TreeSet<>())
                .add(comments.of(each.endpoint().typeKey()).orElse("")));
        List<Tag> tags = new ArrayList<>();
        descriptions.forEach(
                (name, texts) -> tags.add(OASFactory.createTag().name(name).description(String.join(" ", texts))));
        return tags;
    }

    private static Paths sorted(OpenAPI document) {
        var paths = OASFactory.createPaths();
        new TreeMap<>(document.getPaths().getPathItems())
                .forEach((path, item) -> paths.addPathItem(path, ordered(item)));
        return paths;
    }

    private static PathItem ordered(PathItem item) {
        PathItem ordered = OASFactory.createPathItem();
        new TreeMap<>(item.getOperations()).forEach(ordered::setOperation);
        return ordered;
    }
}
