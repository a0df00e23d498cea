package io.homeostat.runtime;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.support.StandardServletEnvironment;

/** A service that has nothing but the runtime, on a free port, with an environment of its own. */
public final class TestService implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private TestService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it. There is no Kafka at port 1, which is a state that every service starts in. */
    public static TestService start(Map<String, Object> variables, Class<?> more, String... arguments) {
        StandardServletEnvironment environment = new StandardServletEnvironment() {
            @Override
            public Map<String, Object> getSystemEnvironment() {
                return variables;
            }
        };
        Stream<String> usual = Stream.of(
                        "--server.port=0",
                        "--spring.application.name=test-service",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1")
                .filter(option -> Arrays.stream(arguments).noneMatch(one -> one.startsWith(key(option))));
        String[] all = Stream.concat(usual, Arrays.stream(arguments)).toArray(String[]::new);
        return new TestService(new SpringApplicationBuilder(Bare.class, more)
                .web(WebApplicationType.SERVLET)
                .environment(environment)
                .registerShutdownHook(false)
                .run(all));
    }

    /** A key that is given twice would have both values. */
    private static String key(String option) {
        return option.substring(0, option.indexOf('=') + 1);
    }

    public static TestService start(String... arguments) {
        return start(Map.of(), Bare.class, arguments);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String address(String path) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(builder(path, headers).GET());
    }

    public HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send(builder(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> delete(String path, String... headers) throws Exception {
        return send(builder(path, headers).DELETE());
    }

    private HttpRequest.Builder builder(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Bare {}
}
