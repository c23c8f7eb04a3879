package io.zizhi.local.identity;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The login page for demo users. It repeats the request's parameters, so no session is needed. */
final class LoginPage {

    private static final Set<String> TYPED = Set.of("username", "password", "otp");

    private LoginPage() {}

    private static final String CODE_FIELD =
            "<label>Code (here: the user name) <input name=\"otp\" autocomplete=\"one-time-code\" required></label>";

    static String of(Form form, boolean failed) {
        String hidden = form.all().entrySet().stream()
                .filter(parameter -> !TYPED.contains(parameter.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> "<input type=\"hidden\" name=\"" + escape(parameter.getKey()) + "\" value=\""
                        + escape(parameter.getValue()) + "\">")
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Zizhi: sign in</title>
                <style>body{font:16px sans-serif;max-width:20em;margin:4em auto}input{display:block;width:100%%;
                margin:.3em 0 1em;padding:.4em;box-sizing:border-box}.error{color:#a00}</style></head>
                <body>
                <h1>Zizhi 资质</h1>
                <p>Local installation: the password is the user name.</p>
                %s
                <form method="post">
                %s
                <label>User name <input name="username" autocomplete="username" autofocus required></label>
                <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
                %s
                <input type="submit" value="Sign in">
                </form>
                </body>
                </html>
                """.formatted(
                        failed ? "<p class=\"error\" role=\"alert\">" + fault(form) + "</p>" : "",
                        hidden,
                        AuthorizationEndpoint.wantsCode(form) ? CODE_FIELD : "");
    }

    private static String fault(Form form) {
        return AuthorizationEndpoint.wantsCode(form)
                ? "Wrong user name, password or code."
                : "Wrong user name or password.";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
