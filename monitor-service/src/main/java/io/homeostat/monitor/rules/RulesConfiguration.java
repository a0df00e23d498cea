package io.homeostat.monitor.rules;

import io.homeostat.runtime.broker.KafkaConnection;
import io.homeostat.runtime.rules.RuleCheck;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.stream.Pipelines;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what the rules' calls need. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    private static final Duration CHANGE_PATIENCE = Duration.ofSeconds(5);

    @Bean
    RuleClients ruleClients(KafkaConnection connection) {
        return new RuleClients(connection.settings());
    }

    @Bean
    RuleLedger ruleLedger(RuleClients clients) {
        return new RuleLedger(clients::reader, clients::writer, CHANGE_PATIENCE);
    }

    @Bean
    RuleHistory ruleHistory(RuleClients clients) {
        return new RuleHistory(clients::committed);
    }

    @Bean
    RuleExaminer ruleExaminer(RuleCheck check, Pipelines pipelines, HomeostatProperties properties) {
        return new RuleExaminer(new UnitCheck(check, pipelines::sensorsOf), properties.streams());
    }

    @Bean
    RuleDesk ruleDesk(RuleLedger ledger, RuleHistory history, RuleExaminer examiner) {
        return new RuleDesk(ledger, history, examiner);
    }
}
