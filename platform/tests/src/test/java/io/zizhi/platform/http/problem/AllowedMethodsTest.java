package io.zizhi.platform.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllowedMethodsTest {

    private final AllowedMethods methods = new AllowedMethods(
            proxy(BeanManager.class, Set.of(bean(Shelf.class), bean(Book.class), bean(String.class))));

    @Path("/v1/books")
    interface Shelf {

        @GET
        void list();

        @POST
        void add();

        @POST
        @Path("evaluation")
        void evaluate();
    }

    @Path("/v1/books/{id: [0-9]{1,16}}")
    interface Book {

        @GET
        void read();

        @DELETE
        void remove();
    }

    @Test
    void names_methods_of_path() {
        assertThat(methods.of("/v1/books")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(methods.of("/v1/books/7")).isEqualTo("DELETE, GET, HEAD, OPTIONS");
        assertThat(methods.of("/v1/books/evaluation")).isEqualTo("OPTIONS, POST");
    }

    @Test
    void names_only_options_of_unknown_path() {
        assertThat(methods.of("/v1/nothing")).isEqualTo("OPTIONS");
    }

    private static Bean<?> bean(Class<?> type) {
        return proxy(Bean.class, type);
    }

    /** Returns an object whose methods all return {@code answer}. */
    private static <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                AllowedMethodsTest.class.getClassLoader(),
                new Class<?>[] {type},
                (object, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(object);
                    case "equals" -> false;
                    default -> answer;
                }));
    }
}
