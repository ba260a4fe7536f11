package org.daybook.demo;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.Transaction;

/** The dozen clients with their sites, contacts and equipment. */
final class Clients {

  static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
  static final String ROMASHKA = "romashka";

  /**
   * Code | name | plan | language | engineer | responsible person | position | site: address:
   * Windows servers, Linux servers, workstations, printers, network devices.
   */
  private static final String TABLE =
      """
      vasilek | ООО «Василёк» | PREMIUM | ru | 1 | Ольга Незабудкина | главный бухгалтер | Офис: г. Травинск, ул. Луговая, 8: 1 0 7 1 1
      kedr | АО «Кедр» | PREMIUM | ru | 2 | Фёдор Шишкин | начальник АХО | Главный офис: г. Хвойный, Лесной пр., 1: 2 1 32 3 2; Производство: г. Хвойный, ул. Заводская, 14: 1 0 31 2 2; Склад: г. Хвойный, Объездное ш., 3: 1 0 19 2 2
      lipa | ООО «Липа и партнёры» | STANDARD | ru | 3 | Вадим Медов | исполнительный директор | Офис: г. Травинск, Липовая аллея, 2: 0 0 4 1 1
      klever | ИП Четырёхлистов | BASIC | ru | 3 | Егор Четырёхлистов | владелец | Магазин: г. Травинск, ул. Полевая, 5: 0 0 2 1 1
      berezka | Стоматология «Берёзка» | STANDARD | ru | 1 | Зоя Серёжкина | администратор | Клиника: г. Травинск, ул. Рощинская, 21: 1 0 5 1 1
      ryabina | Аптека «Рябина» | PREMIUM | ru | 2 | Клавдия Гроздева | заведующая | Аптека: г. Хвойный, пл. Осенняя, 4: 0 1 4 1 1
      oduvanchik | Детский центр «Одуванчик» | BASIC | ru | 3 | Алиса Пушинкина | директор | Центр: г. Травинск, ул. Майская, 9: 0 0 3 1 1
      myata | Кафе «Мята» | BASIC | ru | 1 | Роман Листиков | управляющий | Кафе: г. Травинск, наб. Тихая, 7: 0 0 1 1 1
      veresk | Юридическое бюро «Вереск» | PREMIUM | ru | 2 | Инга Холмова | управляющий партнёр | Офис: г. Хвойный, ул. Судейская, 12: 1 0 6 1 1
      iva | Типография «Ива» | STANDARD | ru | 0 | Борис Плакучев | технический директор | Типография: г. Травинск, ул. Печатников, 30: 1 0 7 3 1
      thistle | Heather & Thistle Ltd | PREMIUM | en | 0 | Fiona Heatherington | office manager | Office: Travinsk, 3 Meadow Lane: 0 1 3 1 1
      """;

  /** Kind | name | hostname; the first client's, which the demo visits. */
  private static final String ROMASHKA_EQUIPMENT =
      """
      WINDOWS_SERVER | Файловый сервер 1 | srv-файл-01
      WINDOWS_SERVER | Файловый сервер 2 | srv-файл-02
      LINUX_SERVER | Почтовый сервер | srv-почта-03
      WINDOWS_SERVER | Архивный сервер | srv-file-01
      WORKSTATION | Бухгалтерия-1 | pc-buh-01
      WORKSTATION | Бухгалтерия-2 | pc-buh-02
      WORKSTATION | Бухгалтерия-3 | pc-buh-03
      WORKSTATION | Бухгалтерия-4 | pc-buh-04
      WORKSTATION | Продажи-1 | pc-prod-01
      WORKSTATION | Продажи-2 | pc-prod-02
      WORKSTATION | Продажи-3 | pc-prod-03
      WORKSTATION | Продажи-4 | pc-prod-04
      WORKSTATION | Продажи-5 | pc-prod-05
      WORKSTATION | Склад-1 | pc-sklad-01
      WORKSTATION | Склад-2 | pc-sklad-02
      WORKSTATION | Склад-3 | pc-sklad-03
      WORKSTATION | Приёмная | pc-priem-01
      WORKSTATION | Кадры | pc-kadry-01
      WORKSTATION | Кабинет директора | pc-dir-01
      WORKSTATION | Ноутбук директора | note-dir-01
      PRINTER | Принтер в бухгалтерии | prn-buh-01
      PRINTER | Принтер на складе | prn-sklad-01
      PRINTER | МФУ в приёмной | mfu-priem-01
      NETWORK_DEVICE | Маршрутизатор | 192.0.2.5
      NETWORK_DEVICE | Коммутатор | sw-01
      """;

  private final Transaction tx;
  private final Company company;
  private int contacts;

  Clients(Transaction tx, Company company) {
    this.tx = tx;
    this.company = company;
  }

  /** The client that the demo visits; 25 pieces of equipment. */
  Place romashka() {
    Client client =
        client(ROMASHKA, "ООО «Ромашка»", ServicePlan.PREMIUM, "ru", company.engineer(), false);
    contact(client, "Анна Лютикова", "офис-менеджер", "anna@romashka.test", true, true);
    contact(client, "Иван Васильков", "бухгалтер", "ivan@romashka.test", false, false);
    contact(client, "Степан Колокольцев", "директор", "stepan@romashka.test", false, false);
    Site site = site(client, "Главный офис", "г. Травинск, ул. Садовая, 15");
    List<Asset> assets = new ArrayList<>();
    for (String[] row : rows(ROMASHKA_EQUIPMENT)) {
      assets.add(asset(client, site, AssetKind.valueOf(row[0]), row[1], row[2], assets.size() + 1));
    }
    return new Place(client, site, company.engineer(), assets);
  }

  /** All others, site by site. */
  List<Place> others() {
    List<Place> places = new ArrayList<>();
    for (String[] row : rows(TABLE)) {
      StaffMember engineer = company.engineers.get(Integer.parseInt(row[4]));
      ServicePlan plan = ServicePlan.valueOf(row[2]);
      Client client = client(row[0], row[1], plan, row[3], engineer, row[0].equals("veresk"));
      contact(
          client, row[5], row[6], "info@" + row[0] + ".test", plan.includesVisitReports(), true);
      int number = 1;
      for (String text : row[7].split(";", -1)) {
        String[] parts = text.strip().split(":", -1);
        Site site = site(client, parts[0].strip(), parts[1].strip());
        List<Asset> assets = equipment(client, site, parts[2].strip().split(" ", -1), number);
        number += assets.size();
        places.add(new Place(client, site, engineer, assets));
      }
    }
    return places;
  }

  private List<Asset> equipment(Client client, Site site, String[] counts, int firstNumber) {
    boolean english = client.language().getLanguage().equals("en");
    List<Asset> assets = new ArrayList<>();
    AssetKind[] kinds = {
      AssetKind.WINDOWS_SERVER,
      AssetKind.LINUX_SERVER,
      AssetKind.WORKSTATION,
      AssetKind.PRINTER,
      AssetKind.NETWORK_DEVICE
    };
    for (int k = 0; k < kinds.length; k++) {
      for (int i = 1; i <= Integer.parseInt(counts[k]); i++) {
        int number = firstNumber + assets.size();
        assets.add(
            asset(
                client,
                site,
                kinds[k],
                name(kinds[k], english) + " " + number,
                host(kinds[k]) + "-%02d".formatted(number),
                number));
      }
    }
    return assets;
  }

  private static String name(AssetKind kind, boolean english) {
    return switch (kind) {
      case WINDOWS_SERVER -> english ? "Server" : "Сервер";
      case LINUX_SERVER -> english ? "Linux server" : "Сервер Linux";
      case WORKSTATION -> english ? "Desk" : "Рабочее место";
      case PRINTER -> english ? "Printer" : "Принтер";
      case NETWORK_DEVICE -> english ? "Router" : "Маршрутизатор";
      case OTHER -> english ? "Device" : "Устройство";
    };
  }

  private static String host(AssetKind kind) {
    return switch (kind) {
      case WINDOWS_SERVER, LINUX_SERVER -> "srv";
      case WORKSTATION -> "pc";
      case PRINTER -> "prn";
      case NETWORK_DEVICE -> "net";
      case OTHER -> "dev";
    };
  }

  private Client client(
      String code,
      String name,
      ServicePlan plan,
      String language,
      StaffMember engineer,
      boolean reviewFirst) {
    return tx.clients()
        .insert(
            Client.builder()
                .id(tx.newId())
                .code(code)
                .name(name)
                .plan(plan)
                .language(Locale.forLanguageTag(language))
                .zone(ZONE)
                .reviewFirst(reviewFirst)
                .engineerId(engineer.id())
                .managerId(company.managerOf(engineer).id())
                .build());
  }

  private void contact(
      Client client,
      String name,
      String position,
      String email,
      boolean reportRecipient,
      boolean responsible) {
    tx.contacts()
        .insert(
            Contact.builder()
                .id(tx.newId())
                .clientId(client.id())
                .name(name)
                .position(position)
                .phone("+7 000 000-02-%02d".formatted(++contacts))
                .email(email)
                .reportRecipient(reportRecipient)
                .responsible(responsible)
                .build());
  }

  private Site site(Client client, String name, String address) {
    return tx.sites()
        .insert(
            Site.builder()
                .id(tx.newId())
                .clientId(client.id())
                .name(name)
                .address(address)
                .build());
  }

  private Asset asset(
      Client client, Site site, AssetKind kind, String name, String hostname, int number) {
    return tx.assets()
        .insert(
            Asset.builder()
                .id(tx.newId())
                .clientId(client.id())
                .siteId(site.id())
                .kind(kind)
                .name(name)
                .hostname(hostname)
                .inventoryNumber(
                    "%s-%04d".formatted(client.code().toUpperCase(Locale.ROOT), number))
                .build());
  }

  private static List<String[]> rows(String table) {
    return table.lines().map(line -> line.split(" \\| ", -1)).toList();
  }
}
