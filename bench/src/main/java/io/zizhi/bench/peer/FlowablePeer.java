package io.zizhi.bench.peer;

import io.agroal.api.AgroalDataSource;
import java.util.Map;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * Flowable in this JVM. A user task for the reviewers has three non-interrupting boundary timers, like the clock of a
 * review. Its job executor runs, as the services' sweeps do. Features that the measurement does not need are off: users
 * and groups, and the event registry.
 */
public final class FlowablePeer implements AutoCloseable {

    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                targetNamespace="bench">
              <process id="review" isExecutable="true">
                <startEvent id="submitted"/>
                <sequenceFlow id="opened" sourceRef="submitted" targetRef="desk"/>
                <userTask id="desk" flowable:candidateGroups="reviewers"/>
                <sequenceFlow id="decided" sourceRef="desk" targetRef="end"/>
                <endEvent id="end"/>
                <boundaryEvent id="warn" attachedToRef="desk" cancelActivity="false">
                  <timerEventDefinition><timeDuration>PT90M</timeDuration></timerEventDefinition>
                </boundaryEvent>
                <sequenceFlow id="warning" sourceRef="warn" targetRef="warned"/>
                <endEvent id="warned"/>
                <boundaryEvent id="breach" attachedToRef="desk" cancelActivity="false">
                  <timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition>
                </boundaryEvent>
                <sequenceFlow id="breaching" sourceRef="breach" targetRef="breached"/>
                <endEvent id="breached"/>
                <boundaryEvent id="escalate" attachedToRef="desk" cancelActivity="false">
                  <timerEventDefinition><timeDuration>PT3H</timeDuration></timerEventDefinition>
                </boundaryEvent>
                <sequenceFlow id="escalating" sourceRef="escalate" targetRef="escalated"/>
                <endEvent id="escalated"/>
              </process>
            </definitions>
            """;

    private final ProcessEngine engine;

    /** @param history Flowable's history level; its default is {@code audit} */
    public FlowablePeer(AgroalDataSource database, String history) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        configuration.setAsyncExecutorActivate(true);
        configuration.setHistoryLevel(HistoryLevel.getHistoryLevelForKey(history));
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("review.bpmn20.xml", PROCESS)
                .deploy();
    }

    public Cases.Case review() {
        return new Cases.Case() {

            private String instance = "";
            private String task = "";

            @Override
            public void open() {
                instance = engine.getRuntimeService()
                        .startProcessInstanceByKey("review", Map.of("company", "星河示例科技有限公司"))
                        .getId();
            }

            // Finds the task first, because the engine returns only the id of the process.
            @Override
            public void claim() {
                task = engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getId();
                engine.getTaskService().claim(task, "reviewer-a");
            }

            @Override
            public void decide() {
                engine.getTaskService().complete(task, Map.of("outcome", "APPROVED"));
            }
        };
    }

    @Override
    public void close() {
        engine.close();
    }
}
