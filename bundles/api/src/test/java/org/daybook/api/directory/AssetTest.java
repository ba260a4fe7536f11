package org.daybook.api.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.Test;

public class AssetTest {
  private final Asset asset =
      Asset.builder()
          .id("asset-1")
          .clientId("client-1")
          .siteId("site-1")
          .kind(AssetKind.LINUX_SERVER)
          .name("The old server")
          .hostname("srv-1")
          .inventoryNumber("INV-1")
          .build();

  @Test
  public void equipmentIsCalledByItsHostnameElseByItsNumberElseByItsName() {
    Asset offline = asset.toBuilder().hostname(Optional.empty()).build();
    Asset nameless = offline.toBuilder().inventoryNumber(Optional.empty()).build();
    assertThat(asset.reference()).isEqualTo("srv-1");
    assertThat(offline.reference()).isEqualTo("INV-1");
    assertThat(nameless.reference()).isEqualTo("The old server");
  }

  @Test
  public void serversAreServers() {
    assertThat(AssetKind.LINUX_SERVER.isServer()).isTrue();
    assertThat(AssetKind.WINDOWS_SERVER.isServer()).isTrue();
    assertThat(AssetKind.WORKSTATION.isServer()).isFalse();
  }

  @Test
  public void premiumIncludesVisitReports() {
    assertThat(ServicePlan.PREMIUM.includesVisitReports()).isTrue();
    assertThat(ServicePlan.STANDARD.includesVisitReports()).isFalse();
    assertThat(ServicePlan.BASIC.includesVisitReports()).isFalse();
  }
}
