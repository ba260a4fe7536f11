package org.daybook.core.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import org.daybook.api.error.DaybookException;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginResult.Answered;
import org.daybook.api.plugin.PluginResult.Failed;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.source.InboundHook;
import org.daybook.api.source.SourceStatus;
import org.daybook.api.source.TaskEntrance;
import org.daybook.api.source.TaskSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sources, hooks and entrances that are there, and how they are doing. Needs no storage, so
 * that what it knows of them outlives a restart of that.
 */
@Component(service = SourceRegistry.class, immediate = true)
public final class SourceRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(SourceRegistry.class);

  /** For the questions that every plugin can answer without thinking. */
  private static final Duration QUESTION_LIMIT = Duration.ofSeconds(2);

  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  private final PluginRunner runner;
  private final Clock clock;
  private final Plugins<TaskSource, SourceInfo> sources = new Plugins<>(this::ask);
  private final Plugins<InboundHook, HookInfo> hooks = new Plugins<>(this::ask);
  private final Plugins<TaskEntrance, String> entrances = new Plugins<>(this::ask);
  private final Map<String, SourceRecord> records = new ConcurrentSkipListMap<>();
  private final Map<String, HookInfo> everSeenHooks = new ConcurrentSkipListMap<>();

  @Activate
  public SourceRegistry(@Reference PluginRunner runner, @Reference Clock clock) {
    this.runner = runner;
    this.clock = clock;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addSource(TaskSource source) {
    // asked at once, so that a source which leaves before it was used is known to be gone
    sources.add(source).description();
  }

  void removeSource(TaskSource source) {
    sources.remove(source);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addHook(InboundHook hook) {
    // asked at once, so that the senders of a hook that leaves are told to come again
    hooks.add(hook).description();
  }

  void removeHook(InboundHook hook) {
    hooks.remove(hook);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addEntrance(TaskEntrance entrance) {
    entrances.add(entrance);
  }

  void removeEntrance(TaskEntrance entrance) {
    entrances.remove(entrance);
  }

  Optional<TaskSource> source(String id) {
    return sources.find(info -> info.id().equals(id)).map(Plugin::service);
  }

  /** The id of a source that is there and has said it. */
  Optional<String> idOf(TaskSource source) {
    return sources.present().stream()
        .filter(plugin -> plugin.service() == source)
        .findFirst()
        .flatMap(Plugin::description)
        .map(SourceInfo::id);
  }

  /** Whether a source is there that has not said its id, and so may be any. */
  boolean hasNameless() {
    return sources.present().stream().anyMatch(plugin -> plugin.description().isEmpty());
  }

  Optional<Plugin<InboundHook, HookInfo>> hook(String name) {
    return hooks.find(info -> info.name().equals(name));
  }

  /** The source of a hook that was there since this node started, and may be gone. */
  Optional<String> sourceOfHook(String name) {
    return Optional.ofNullable(everSeenHooks.get(name)).map(HookInfo::source);
  }

  Optional<TaskEntrance> entrance(String source) {
    return entrances.find(source::equals).map(Plugin::service);
  }

  void took(String source, int signals) {
    find(source).ifPresent(known -> known.took(signals, clock.instant()));
  }

  /** Notes that a call went well; true if it is the first, or the first after a fault. */
  boolean succeeded(String source) {
    return find(source).map(SourceRecord::succeeded).orElse(false);
  }

  void failed(String source, String sentence) {
    find(source).ifPresent(known -> known.failed(sentence, clock.instant()));
  }

  /** All that are there or were, by id; those that cannot say their id are named by bundle. */
  List<SourceStatus> statuses() {
    List<SourceStatus> statuses = new ArrayList<>();
    records.forEach((id, known) -> statuses.add(known.status(source(id).isPresent(), hooksOf(id))));
    for (Plugin<TaskSource, SourceInfo> plugin : sources.present()) {
      if (plugin.description().isEmpty()) {
        statuses.add(speechless(runner.bundleOf(plugin.service())));
      }
    }
    return statuses;
  }

  private List<String> hooksOf(String source) {
    return hooks.present().stream()
        .map(Plugin::description)
        .flatMap(Optional::stream)
        .filter(info -> info.source().equals(source))
        .map(HookInfo::name)
        .sorted()
        .toList();
  }

  private Optional<SourceRecord> find(String source) {
    return Optional.ofNullable(records.get(source));
  }

  private Optional<SourceInfo> ask(TaskSource source) {
    Optional<SourceInfo> answer =
        ask(
            source,
            () ->
                new SourceInfo(
                    name(source.id()),
                    title(source, RUSSIAN),
                    title(source, Locale.ENGLISH),
                    runner.bundleOf(source)));
    answer.ifPresent(
        info -> records.computeIfAbsent(info.id(), id -> new SourceRecord(info)).seen(info));
    return answer;
  }

  private Optional<HookInfo> ask(InboundHook hook) {
    Optional<HookInfo> answer =
        ask(hook, () -> new HookInfo(name(hook.name()), name(hook.source())));
    answer.ifPresent(info -> everSeenHooks.put(info.name(), info));
    return answer;
  }

  private Optional<String> ask(TaskEntrance entrance) {
    return ask(entrance, () -> name(entrance.source()));
  }

  private <D> Optional<D> ask(Object plugin, Callable<D> question) {
    try {
      PluginResult<D> result = runner.call(plugin, QUESTION_LIMIT, question);
      if (result instanceof Answered<D> answered) {
        return Optional.ofNullable(answered.value());
      }
      LOG.warn("A plugin does not say its name: {}", ((Failed<D>) result).sentence());
    } catch (DaybookException refusal) {
      LOG.warn(
          "The plugin {} does not say its name: {}", runner.bundleOf(plugin), refusal.getMessage());
    }
    return Optional.empty();
  }

  private static String name(String given) {
    if (given == null || !given.matches("[a-z0-9][a-z0-9-]{0,49}")) {
      throw new IllegalStateException(
          "'" + given + "' is no name of 1 to 50 lower-case letters, digits and hyphens");
    }
    return given;
  }

  private static String title(TaskSource source, Locale language) {
    String title = source.title(language);
    if (title == null || title.isBlank()) {
      throw new IllegalStateException("the source has no title in " + language);
    }
    return title;
  }

  private SourceStatus speechless(String bundle) {
    return SourceStatus.builder()
        .id(bundle)
        .titleRu(bundle)
        .titleEn(bundle)
        .bundle(bundle)
        .state(SourceStatus.State.FAULT)
        .signals(0)
        .lastFault("The source in " + bundle + " does not say its id and title.")
        .lastFaultAt(clock.instant())
        .build();
  }
}
