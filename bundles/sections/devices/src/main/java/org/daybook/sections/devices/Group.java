package org.daybook.sections.devices;

import org.daybook.api.directory.AssetKind;
import org.daybook.api.visit.ClosedVisit.Device;

/** What stands together in the grid, in the order of the report. */
enum Group {
  SERVERS,
  COMPUTERS,
  OTHERS;

  static Group of(Device device) {
    if (device.kind().isServer()) {
      return SERVERS;
    }
    return device.kind() == AssetKind.WORKSTATION ? COMPUTERS : OTHERS;
  }
}
