package io.homeostat.runtime.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.ClassUtils;

/** Refuses the start when something is set under {@code homeostat} that no record of settings knows. */
final class SettingsCheck implements BeanFactoryPostProcessor {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("homeostat");

    private final ConfigurableEnvironment environment;

    SettingsCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        UnknownSettings unknown = new UnknownSettings(KnownSettings.of(registered(beanFactory)));
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource variables) {
                for (String name : variables.getPropertyNames()) {
                    refuse(unknown.refusalOfVariable(name, String.valueOf(variables.getProperty(name))));
                }
            } else if (source instanceof IterableConfigurationPropertySource properties) {
                properties.stream()
                        .filter(ROOT::isAncestorOf)
                        .forEach(name -> refuse(unknown.refusal(name.toString(), value(properties, name))));
            }
        }
    }

    private static String value(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        var property = source.getConfigurationProperty(name);
        return property == null ? "" : String.valueOf(property.getValue());
    }

    /** Boot names the bean of a record of settings {@code <prefix>-<class>}. */
    private static Map<Class<?>, String> registered(ConfigurableListableBeanFactory beanFactory) {
        Map<Class<?>, String> prefixes = new LinkedHashMap<>();
        for (String bean : beanFactory.getBeanDefinitionNames()) {
            int dash = bean.lastIndexOf('-');
            if (dash > 0 && (bean.startsWith("homeostat-") || bean.startsWith("homeostat."))) {
                prefixes.put(
                        ClassUtils.resolveClassName(bean.substring(dash + 1), beanFactory.getBeanClassLoader()),
                        bean.substring(0, dash));
            }
        }
        return prefixes;
    }

    private static void refuse(Optional<String> refusal) {
        refusal.ifPresent(sentence -> {
            throw new RefusedSettingException(sentence);
        });
    }
}
