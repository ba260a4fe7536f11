package org.daybook.simulation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.Directory;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;

/**
 * Founds a company: of 60 clients most are small, and together they get about 100 visits a month.
 */
final class Founder {
  private static final List<String> FIRST_NAMES =
      List.of("Илья", "Мира", "Глеб", "Нина", "Савва", "Тая", "Юрий", "Злата", "Пётр", "Лада");
  private static final List<String> LAST_NAMES =
      List.of("Клевер", "Осока", "Вереск", "Ирис", "Тимьян", "Аир", "Лютик", "Донник", "Хвощ");
  private static final List<String> PLANTS =
      List.of("Сосна", "Ольха", "Рябина", "Берёза", "Калина", "Осина", "Липа", "Ива", "Вишня");
  private static final List<String> DISTRICTS =
      List.of("Северный", "Южный", "Заречный", "Центр", "Вокзальный", "Лесной");
  private static final int CLIENTS_OF_AN_ENGINEER = 7;
  private static final int CLIENTS_OF_A_MANAGER = 30;

  private final Directory directory;
  private final Actor actor;
  private final Chance chance;

  Founder(Directory directory, Actor actor, Chance chance) {
    this.directory = directory;
    this.actor = actor;
    this.chance = chance;
  }

  Company found(int clients) {
    StaffMember director = staff("Директор", Role.MANAGER, Optional.empty(), 0);
    List<StaffMember> managers = new ArrayList<>();
    for (int i = 0; i <= (clients - 1) / CLIENTS_OF_A_MANAGER; i++) {
      managers.add(staff("Руководитель", Role.MANAGER, Optional.of(director.id()), i));
    }
    List<StaffMember> engineers = new ArrayList<>();
    for (int i = 0; i <= (clients - 1) / CLIENTS_OF_AN_ENGINEER; i++) {
      String manager = managers.get(i % managers.size()).id();
      engineers.add(staff("Инженер", Role.ENGINEER, Optional.of(manager), i));
    }
    List<StaffMember> support =
        List.of(
            staff("Поддержка", Role.SUPPORT, Optional.of(director.id()), 0),
            staff("Поддержка", Role.SUPPORT, Optional.of(director.id()), 1));
    List<StaffMember> specialists =
        List.of(
            staff("Специалист", Role.SPECIALIST, Optional.of(director.id()), 0),
            staff("Специалист", Role.SPECIALIST, Optional.of(director.id()), 1));
    List<Company.Customer> customers = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      StaffMember engineer = engineers.get(i % engineers.size());
      customers.add(customer(i, engineer));
    }
    return new Company(director, managers, engineers, support, specialists, customers);
  }

  private StaffMember staff(String what, Role role, Optional<String> managerId, int number) {
    String login =
        role.name().toLowerCase(Locale.ROOT) + "-" + (managerId.isEmpty() ? "0" : number + 1);
    return directory.addStaff(
        actor,
        StaffMember.builder()
            .id("")
            .name(
                FIRST_NAMES.get((number + what.length()) % FIRST_NAMES.size())
                    + " "
                    + LAST_NAMES.get((number + 3 * what.length()) % LAST_NAMES.size()))
            .role(role)
            .email(login + "@service.example.com")
            .managerId(managerId)
            .build());
  }

  private Company.Customer customer(int number, StaffMember engineer) {
    String code = "client-%03d".formatted(number + 1);
    Client client =
        directory.addClient(
            actor,
            Client.builder()
                .id("")
                .code(code)
                .name("ООО «%s %d»".formatted(PLANTS.get(number % PLANTS.size()), number + 1))
                .plan(plan(number))
                .language(Locale.forLanguageTag(number % 15 == 14 ? "en" : "ru"))
                .zone(ZoneId.of("Europe/Moscow"))
                .engineerId(engineer.id())
                .managerId(engineer.managerId())
                .build());
    Site site =
        directory.addSite(
            actor,
            Site.builder()
                .id("")
                .clientId(client.id())
                .name("Офис")
                .address(
                    "г. Травинск, %s район, ул. Луговая, %d"
                        .formatted(DISTRICTS.get(number % DISTRICTS.size()), number + 1))
                .build());
    directory.addContact(
        actor,
        Contact.builder()
            .id("")
            .clientId(client.id())
            .name("Ответственное лицо " + (number + 1))
            .email("office@" + code + ".example.com")
            .reportRecipient(true)
            .responsible(true)
            .build());
    return new Company.Customer(client, site, assets(client, site, devices(number)));
  }

  /** Three of four clients have visit reports. */
  private static ServicePlan plan(int number) {
    return switch (number % 8) {
      case 3 -> ServicePlan.STANDARD;
      case 7 -> ServicePlan.BASIC;
      default -> ServicePlan.PREMIUM;
    };
  }

  private int devices(int number) {
    if (number % 60 == 59) {
      return 100;
    }
    return switch (number % 10) {
      case 0, 1, 2, 3, 4, 5 -> chance.between(4, 12);
      case 6, 7, 8 -> chance.between(18, 34);
      default -> chance.between(38, 58);
    };
  }

  private List<Asset> assets(Client client, Site site, int count) {
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      AssetKind kind = kind(i);
      assets.add(
          directory.addAsset(
              actor,
              Asset.builder()
                  .id("")
                  .clientId(client.id())
                  .siteId(site.id())
                  .kind(kind)
                  .name("%s %d".formatted(name(kind), i + 1))
                  .hostname("%s-%03d".formatted(client.code(), i + 1))
                  .build()));
    }
    return assets;
  }

  private static AssetKind kind(int index) {
    return switch (index % 12) {
      case 0 -> AssetKind.WINDOWS_SERVER;
      case 3 -> AssetKind.PRINTER;
      case 6 -> AssetKind.NETWORK_DEVICE;
      default -> AssetKind.WORKSTATION;
    };
  }

  private static String name(AssetKind kind) {
    return switch (kind) {
      case WINDOWS_SERVER, LINUX_SERVER -> "Сервер";
      case PRINTER -> "Принтер";
      case NETWORK_DEVICE -> "Маршрутизатор";
      default -> "Компьютер";
    };
  }
}
