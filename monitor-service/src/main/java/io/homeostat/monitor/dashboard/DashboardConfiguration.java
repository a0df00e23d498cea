package io.homeostat.monitor.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the chart library from its WebJar without its version in the page's files. */
@Configuration(proxyBeanMethods = false)
class DashboardConfiguration implements WebMvcConfigurer {

    private static final String UPLOT = "classpath*:/META-INF/resources/webjars/uplot/*/dist/uPlot.esm.js";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/lib/uplot/**")
                .addResourceLocations(uplot())
                .setCacheControl(CacheControl.noCache());
    }

    private static Resource uplot() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(UPLOT);
            if (found.length != 1) {
                throw new IllegalStateException("one uPlot must be on the classpath, were " + found.length);
            }
            return found[0].createRelative("./");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for uPlot on the classpath", e);
        }
    }
}
