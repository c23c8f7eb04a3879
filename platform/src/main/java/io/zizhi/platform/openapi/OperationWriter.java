package io.zizhi.platform.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodParameterInfo;

/** Writes one operation of the document. */
final class OperationWriter {

    private static final DotName PARAMETER =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.parameters.Parameter");
    private static final String JSON = "application/json";

    /** Headers that OpenAPI does not describe as parameters, because it describes them elsewhere. */
    private static final Set<String> HEADERS_OF_HTTP =
            Set.of("Content-Type", "Content-Length", "Accept", "Authorization");

    /** Headers without which every operation that takes them fails. */
    private static final Set<String> REQUIRED_HEADERS = Set.of("If-Match", "Idempotency-Key");

    private static final Map<String, String> COMMON_PARAMETERS = Map.of(
            "If-Match",
            "The version to change: the `ETag` of the last response. A change without it, or of another version, is rejected.",
            "Idempotency-Key",
            "Identifies this request. A request repeated with the same key takes effect once and gets the same response.",
            "cursor",
            "The `nextCursor` of the previous page. Without it, the first page.",
            "limit",
            "Items per page.");

    private final Comments comments;
    private final Schemas schemas;
    private final Answers answers;
    private final Examples examples;
    private final Map<String, Schema> scanned;

    /** @param scanned schemas found by SmallRye, by name */
    OperationWriter(
            Comments comments, Schemas schemas, Answers answers, Examples examples, Map<String, Schema> scanned) {
        this.comments = comments;
        this.schemas = schemas;
        this.answers = answers;
        this.examples = examples;
        this.scanned = scanned;
    }

    void complete(Operation operation, Endpoint endpoint, String path) {
        describe(operation, endpoint);
        List<Parameter> parameters = Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .filter(parameter -> !HEADERS_OF_HTTP.contains(parameter.getName()))
                .toList();
        parameters.forEach(parameter -> complete(parameter, endpoint));
        operation.parameters(parameters.isEmpty() ? null : new ArrayList<>(parameters));
        endpoint.body()
                .ifPresent(body -> operation.requestBody(OASFactory.createRequestBody()
                        .required(!endpoint.isBodyOptional())
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        JSON,
                                        OASFactory.createMediaType()
                                                .schema(schemas.of(body))
                                                .example(examples.request(operation.getOperationId())
                                                        .orElse(null))))));
        if (endpoint.body().isEmpty() && !endpoint.takesStream()) {
            operation.requestBody(null);
        }
        List<Endpoint.Stated> refusals =
                new ArrayList<>(CommonRefusals.of(endpoint, path.contains("{"), hasQueryParameter(operation)));
        refusals.addAll(endpoint.refusals());
        APIResponses responses = OASFactory.createAPIResponses();
        success(operation, endpoint, responses);
        answers.of(refusals).forEach((status, answer) -> responses.addAPIResponse(String.valueOf(status), answer));
        operation.responses(responses);
    }

    private static boolean hasQueryParameter(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
    }

    private void describe(Operation operation, Endpoint endpoint) {
        String comment = comments.of(endpoint.key()).orElse(operation.getOperationId());
        String summary = Comments.firstSentence(comment);
        String rest = comment.length() > summary.length() + 1
                ? comment.substring(summary.length() + 1).strip()
                : summary + ".";
        String roles = endpoint.roles().isEmpty()
                ? "For every authenticated caller."
                : (endpoint.roles().size() == 1 ? "For the role " : "For the roles ")
                        + endpoint.roles().stream()
                                .map(role -> "`" + role + "`")
                                .collect(Collectors.joining(", "))
                        + ".";
        operation.summary(summary).description(rest + "\n\n" + roles);
    }

    private void complete(Parameter parameter, Endpoint endpoint) {
        String name = parameter.getName();
        if (parameter.getDescription() == null) {
            parameter.description(comments.ofParameter(endpoint.key(), javaNameOf(endpoint, name))
                    .orElse(COMMON_PARAMETERS.get(name)));
        }
        implementationOf(endpoint, name).ifPresent(parameter::schema);
        Schema schema = resolved(Objects.requireNonNullElseGet(parameter.getSchema(), OASFactory::createSchema));
        boolean isInteger = schema.getType() != null && schema.getType().contains(SchemaType.INTEGER);
        if (parameter.getIn() == Parameter.In.PATH && isInteger) {
            schema.minimum(BigDecimal.ONE);
        }
        if (schema.getRef() == null && schema.getType() == null) {
            schema.addType(SchemaType.STRING);
        }
        if (schema.getPattern() != null && !schema.getPattern().startsWith("^")) {
            schema.pattern("^(?:" + schema.getPattern() + ")$");
        }
        if (REQUIRED_HEADERS.contains(name)) {
            parameter.required(true);
        }
        if (name.equals("If-Match")) {
            schema.pattern("^(?:W/)?\"?\\d{1,15}\"?$");
            parameter.example("\"3\"");
        }
        parameter.schema(schema);
    }

    /** Replaces the reference to an enum of a parameter bean by the schema itself. */
    private Schema resolved(Schema schema) {
        String name = schema.getRef() == null ? "" : schema.getRef().replaceFirst(".*/", "");
        return schemas.components().containsKey(name) ? schema : scanned.getOrDefault(name, schema);
    }

    private static String javaNameOf(Endpoint endpoint, String name) {
        return parameterOf(endpoint, name).map(MethodParameterInfo::name).orElse(name);
    }

    private static Optional<MethodParameterInfo> parameterOf(Endpoint endpoint, String name) {
        return endpoint.method().parameters().stream()
                .filter(parameter -> parameter.declaredAnnotations().stream()
                        .anyMatch(found ->
                                found.name().withoutPackagePrefix().matches("(Rest)?(Query|Path|Header)(Param)?")
                                        && (found.value() == null
                                                ? name.equals(parameter.name())
                                                : name.equals(found.value().asString()))))
                .findFirst();
    }

    private Optional<Schema> implementationOf(Endpoint endpoint, String name) {
        return parameterOf(endpoint, name)
                .map(parameter -> parameter.declaredAnnotation(PARAMETER))
                .map(parameter -> parameter.value("schema"))
                .map(schema -> schema.asNested().value("implementation"))
                .map(implementation -> schemas.of(implementation.asClass()));
    }

    private void success(Operation operation, Endpoint endpoint, APIResponses responses) {
        String status = statusOf(operation, endpoint);
        APIResponse stated = operation.getResponses().getAPIResponse(status);
        APIResponse response = OASFactory.createAPIResponse();
        if (stated != null && stated.getHeaders() != null) {
            stated.getHeaders().forEach(response::addHeader);
        }
        String description = stated == null ? null : stated.getDescription();
        endpoint.answer().ifPresent(type -> {
            MediaType content = OASFactory.createMediaType()
                    .schema(schemas.of(type))
                    .example(examples.response(operation.getOperationId()).orElse(null));
            response.content(OASFactory.createContent().addMediaType(JSON, content));
        });
        if (!endpoint.contentTypes().isEmpty()) {
            Set<String> types = new LinkedHashSet<>(endpoint.contentTypes());
            // An operation whose format is a parameter states the others in @APIResponse.
            if (stated != null && stated.getContent() != null) {
                types.addAll(stated.getContent().getMediaTypes().keySet());
            }
            response.content(OASFactory.createContent());
            types.forEach(type -> response.getContent()
                    .addMediaType(
                            type,
                            OASFactory.createMediaType().schema(Answers.text().format("binary"))));
        }
        if (status.equals("201") && endpoint.hasHeaders()) {
            response.addHeader(
                    "Location",
                    Answers.header(
                            "The path of the new resource.", Answers.text().format("uri-reference")));
        }
        if (endpoint.hasEntityTag()) {
            response.addHeader(
                    "ETag",
                    Answers.header(
                            "The version of the resource, for `If-Match`.",
                            Answers.text().pattern("^\"\\d+\"$")));
        }
        boolean isStandard = description == null
                || List.of("OK", "Created", "Accepted", "No Content").contains(description);
        response.description(isStandard ? describeSuccess(endpoint) : description);
        responses.addAPIResponse(status, response);
    }

    private static String statusOf(Operation operation, Endpoint endpoint) {
        boolean hasContent =
                endpoint.answer().isPresent() || !endpoint.contentTypes().isEmpty();
        return endpoint.statedStatus()
                .map(String::valueOf)
                .or(() -> operation.getResponses().getAPIResponses().keySet().stream()
                        .filter(status -> status.startsWith("2"))
                        .findFirst())
                .orElse(hasContent ? "200" : "204");
    }

    private String describeSuccess(Endpoint endpoint) {
        return endpoint.answer()
                .flatMap(type -> comments.of(type.name().toString()))
                .map(comment -> Comments.firstSentence(comment) + ".")
                .orElse(endpoint.contentTypes().isEmpty() ? "Success, without a body." : "The contents.");
    }
}
