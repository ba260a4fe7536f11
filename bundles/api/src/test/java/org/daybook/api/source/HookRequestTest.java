package org.daybook.api.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class HookRequestTest {
  private static final byte[] NOTHING = new byte[0];

  @Test
  public void headersAreFoundInAnyCase() {
    HookRequest request = new HookRequest(Map.of("X-Event", List.of("first", "second")), NOTHING);
    assertThat(request.header("x-event")).contains("first");
    assertThat(request.header("other")).isEmpty();
  }

  @Test
  public void theMediaTypeIsWithoutParametersAndInLowerCase() {
    assertThat(request("Application/JSON; charset=utf-8").mediaType())
        .isEqualTo("application/json");
    assertThat(request("text/xml").mediaType()).isEqualTo("text/xml");
    assertThat(new HookRequest(Map.of(), NOTHING).mediaType()).isEmpty();
  }

  @Test
  public void anAcceptedMessageIsAnsweredWithCounts() {
    HookAnswer answer = HookAnswer.accepted(new IntakeResult(2, 1, 1, List.of("task-1")));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"taken\":2,\"repeated\":1,\"unassigned\":1}");
  }

  private static HookRequest request(String contentType) {
    return new HookRequest(Map.of("content-type", List.of(contentType)), NOTHING);
  }
}
