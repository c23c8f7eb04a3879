package io.zizhi.platform.testkit;

import groovy.lang.Binding;
import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.MetaClassRegistry;
import groovy.lang.Script;
import io.restassured.internal.path.json.JSONAssertion;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/**
 * Compiles each JSON path of REST-assured once. REST-assured compiles the Groovy script of a path, such as {@code
 * status}, at each evaluation. This took a sixth of the processor time of a service's tests.
 */
final class CompiledPaths extends DelegatingMetaClass {

    /** The private method of REST-assured that compiles and runs: name of the root, root, script. */
    private static final String COMPILE_AND_RUN = "eval";

    private final Map<String, Class<? extends Script>> scripts = new ConcurrentHashMap<>();

    private CompiledPaths(MetaClass original) {
        super(original);
    }

    /** Installs this for the REST-assured of this class loader; replaces that of an earlier application. */
    static synchronized void install() {
        MetaClassRegistry registry = GroovySystem.getMetaClassRegistry();
        if (!(registry.getMetaClass(JSONAssertion.class) instanceof CompiledPaths)) {
            registry.removeMetaClass(JSONAssertion.class);
            registry.setMetaClass(JSONAssertion.class, new CompiledPaths(registry.getMetaClass(JSONAssertion.class)));
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // as Groovy declares it
    public @Nullable Object invokeMethod(
            Class sender, Object receiver, String method, Object[] arguments, boolean toSuper, boolean fromInside) {
        if (!method.equals(COMPILE_AND_RUN) || arguments.length != 3 || !(receiver instanceof JSONAssertion path)) {
            return super.invokeMethod(sender, receiver, method, arguments, toSuper, fromInside);
        }
        Map<String, Object> variables = new HashMap<>();
        if (path.getParams() != null) {
            variables.putAll(path.getParams());
        }
        variables.put(String.valueOf(arguments[0]), arguments[1]);
        Class<? extends Script> script = scripts.computeIfAbsent(String.valueOf(arguments[2]), CompiledPaths::compile);
        return InvokerHelper.createScript(script, new Binding(variables)).run();
    }

    private static Class<? extends Script> compile(String script) {
        return new GroovyShell().parse(script).getClass();
    }
}
