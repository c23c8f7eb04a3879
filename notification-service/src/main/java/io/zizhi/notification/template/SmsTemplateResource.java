package io.zizhi.notification.template;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The texts of the messages, for operators. */
@Path("/v1/sms-templates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class SmsTemplateResource {

    private static final String NUMBER = "{number: [0-9]{1,4}}";

    private final ReadTemplates read;
    private final DraftTemplate draft;
    private final RequestPublication requestPublication;
    private final SendTestMessage send;
    private final TemplateRules rules;
    private final CurrentCaller caller;

    SmsTemplateResource(
            ReadTemplates read,
            DraftTemplate draft,
            RequestPublication requestPublication,
            SendTestMessage send,
            TemplateRules rules,
            CurrentCaller caller) {
        this.read = read;
        this.draft = draft;
        this.requestPublication = requestPublication;
        this.send = send;
        this.rules = rules;
        this.caller = caller;
    }

    /** Lists all templates with their published texts, by name. The list has one page. */
    @GET
    @Operation(operationId = "listSmsTemplates")
    public Uni<Page<SmsTemplateView>> list() {
        return read.all();
    }

    /**
     * Shows a template with its published texts.
     *
     * @param name of the template
     */
    @GET
    @Path("/{name}")
    @Operation(operationId = "getSmsTemplate")
    @Refusal(status = 404, code = "SMS_TEMPLATE_NOT_FOUND", when = "No such template.")
    public Uni<RestResponse<SmsTemplateView>> get(@PathParam("name") String name) {
        return read.one(name).map(view -> EntityTags.tagged(view, view.version()));
    }

    /**
     * Lists the versions of a template, the newest first, with their previews.
     *
     * @param name of the template
     */
    @GET
    @Path("/{name}/versions")
    @Operation(operationId = "listSmsTemplateVersions")
    @Refusal(status = 404, code = "SMS_TEMPLATE_NOT_FOUND", when = "No such template.")
    public Uni<Page<SmsTemplateVersionView>> versions(@PathParam("name") String name, @BeanParam PageRequest page) {
        return read.versions(name, page);
    }

    /**
     * Adds a version as a draft. Messages are made from the published version until another is published. A template
     * may have 500 versions.
     *
     * @param name of the template
     */
    @POST
    @Path("/{name}/versions")
    @Operation(operationId = "draftSmsTemplate")
    @APIResponse(responseCode = "201", description = "The draft.")
    @Refusal(status = 400, code = "VARIABLE_MISSING", when = "A text lacks a variable.")
    @Refusal(status = 400, code = "VARIABLE_UNKNOWN", when = "A text has a variable that the template does not have.")
    @Refusal(status = 400, code = "BRACE_INVALID", when = "A text has a brace that encloses no variable.")
    @Refusal(status = 400, code = "SIGNATURE_IN_TEXT", when = "A text contains 【 or 】.")
    @Refusal(status = 400, code = "LINK_NOT_ALLOWED", when = "A text links to a host that is not allowed.")
    @Refusal(status = 400, code = "PERSONAL_NUMBER", when = "A text contains an id number or a mobile number.")
    @Refusal(status = 400, code = "TEXT_INVALID", when = "A text has a control character or an invisible one.")
    @Refusal(status = 400, code = "SMS_TOO_LONG", when = "A text has too many segments with the longest values.")
    @Refusal(status = 404, code = "SMS_TEMPLATE_NOT_FOUND", when = "No such template.")
    @Refusal(status = 409, code = "SMS_TEMPLATE_FULL", when = "The template has 500 versions.")
    public Uni<RestResponse<SmsTemplateVersionView>> draft(
            @PathParam("name") String name,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "BODY_REQUIRED") @Valid TemplateTexts texts) {
        return draft.draft(caller.get(), name, IfMatch.version(ifMatch), texts)
                .map(view ->
                        EntityTags.created("/v1/sms-templates/" + name + "/versions", view, view.templateVersion()));
    }

    /**
     * Shows how messages with these texts would look, with encoding and segments. Nothing is stored.
     *
     * @param name of the template
     */
    @POST
    @Path("/{name}/previews")
    @Operation(operationId = "previewSmsTemplate")
    @Refusal(status = 400, code = "VARIABLE_MISSING", when = "A text lacks a variable.")
    @Refusal(status = 400, code = "VARIABLE_UNKNOWN", when = "A text has a variable that the template does not have.")
    @Refusal(status = 400, code = "BRACE_INVALID", when = "A text has a brace that encloses no variable.")
    @Refusal(status = 400, code = "SIGNATURE_IN_TEXT", when = "A text contains 【 or 】.")
    @Refusal(status = 400, code = "LINK_NOT_ALLOWED", when = "A text links to a host that is not allowed.")
    @Refusal(status = 400, code = "PERSONAL_NUMBER", when = "A text contains an id number or a mobile number.")
    @Refusal(status = 400, code = "TEXT_INVALID", when = "A text has a control character or an invisible one.")
    @Refusal(status = 400, code = "SMS_TOO_LONG", when = "A text has too many segments with the longest values.")
    @Refusal(status = 404, code = "SMS_TEMPLATE_NOT_FOUND", when = "No such template.")
    public Uni<SmsPreviewView> preview(
            @PathParam("name") String name, @NotNull(message = "BODY_REQUIRED") @Valid TemplateTexts texts) {
        return Uni.createFrom().item(() -> rules.preview(MessageTemplateRepository.named(name), texts));
    }

    /**
     * Requests the publication of a version: a draft, or an earlier version to return to. Nothing changes until another
     * operator confirms the request. A template has at most one open request.
     *
     * @param name of the template
     * @param number of the version
     */
    @POST
    @Path("/{name}/versions/" + NUMBER + "/publications")
    @ResponseStatus(201)
    @Operation(operationId = "requestSmsPublication")
    @Refusal(status = 400, code = "SMS_TOO_LONG", when = "A text has too many segments by the present settings.")
    @Refusal(status = 400, code = "LINK_NOT_ALLOWED", when = "A text links to a host that is not allowed any more.")
    @Refusal(status = 404, code = "SMS_TEMPLATE_NOT_FOUND", when = "No such template.")
    @Refusal(status = 404, code = "SMS_TEMPLATE_VERSION_NOT_FOUND", when = "No such version.")
    @Refusal(status = 409, code = "SMS_PUBLICATION_OPEN", when = "The template already has an open request.")
    public Uni<SmsPublicationView> publish(@PathParam("name") String name, @PathParam("number") int number) {
        return requestPublication.request(caller.get(), name, number);
    }

    /**
     * Sends a version with example values to a number, through the ordinary queue and without quiet hours. Test messages
     * are limited per operator and day, and per number and day.
     *
     * @param name of the template
     */
    @POST
    @Path("/{name}/test-sends")
    @ResponseStatus(202)
    @Operation(operationId = "sendTestSms")
    @Refusal(status = 400, code = "FIELD_REQUIRED", when = "`phone` is blank.")
    @Refusal(status = 400, code = "PHONE_INVALID", when = "`phone` is not a mobile number of mainland China.")
    @Refusal(status = 404, code = "SMS_TEMPLATE_NOT_FOUND", when = "No such template.")
    @Refusal(status = 404, code = "SMS_TEMPLATE_VERSION_NOT_FOUND", when = "No such version.")
    @Refusal(
            status = 409,
            code = "SMS_TEXT_NOT_SENT",
            when = "The version is not published, and the provider of the first sender sends a text of its own.")
    @Refusal(
            status = 429,
            code = "SMS_TEST_LIMITED",
            when = "The operator has sent too many within a day, or the number has received too many.")
    public Uni<TestSendView> testSend(
            @PathParam("name") String name, @NotNull(message = "BODY_REQUIRED") @Valid TestSendRequest request) {
        return send.send(caller.get(), name, request);
    }
}
