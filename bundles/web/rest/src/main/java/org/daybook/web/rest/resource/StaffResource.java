package org.daybook.web.rest.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.access.Account;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.NoticeMail;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.AccountBody;
import org.daybook.web.rest.body.PasswordBody;
import org.daybook.web.rest.body.StaffBody;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.json.Json;
import org.daybook.web.rest.json.JsonBodies;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.openapi.Values;
import org.daybook.web.rest.view.AccountView;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;
import org.daybook.web.rest.view.StaffView;

/** Those who work for us, and their logins. */
@Path(Paths.STAFF)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class StaffResource {
  private final Parts parts;

  public StaffResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the staff.")
  public Listing<StaffView> list(
      @QueryParam("role") @Values(Role.class) List<String> role,
      @QueryParam("active") String active,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.of(limit, after),
        Transaction::staff,
        tx ->
            StaffQuery.builder()
                .roles(Query.constants("role", role, Role.class))
                .active(Query.flag("active", active))
                .build(),
        StaffView::of);
  }

  @GET
  @Path("{id}")
  @Operation("Gets a member of staff by id or login.")
  public StaffView get(@PathParam("id") String id) {
    return view(stored(id));
  }

  @POST
  @Operation("Adds a member of staff.")
  public Created<StaffView> add(@Context SecurityContext caller, StaffBody body) {
    StaffMember draft = Input.read(parts, in -> draft(in, Input.body(body)));
    StaffMember added = parts.directory().addStaff(Caller.of(caller), draft);
    return new Created<>(view(added), Paths.STAFF + "/" + added.id());
  }

  @PUT
  @Path("{id}")
  @Operation("Changes a member of staff to what the body says.")
  public StaffView replace(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      StaffBody body) {
    StaffMember now = stored(id);
    long version = Versions.required(ifMatch, "staff member", id, now.version());
    return change(Caller.of(caller), now, version, Input.body(body));
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodies.MERGE_PATCH})
  @Operation(value = "Changes what the body names of a member of staff.", body = StaffBody.class)
  public StaffView patch(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ObjectNode body) {
    StaffMember now = stored(id);
    long version = Versions.required(ifMatch, "staff member", id, now.version());
    StaffBody merged = Json.merged(body(now), Input.body(body), StaffBody.class);
    return change(Caller.of(caller), now, version, merged);
  }

  @GET
  @Path("{id}/account")
  @Operation("Gets the login of a member of staff.")
  public AccountView account(@PathParam("id") String id) {
    return AccountView.of(storedAccount(stored(id)));
  }

  @POST
  @Path("{id}/account")
  @Operation("Gives a member of staff a login.")
  public Created<AccountView> addAccount(
      @Context SecurityContext caller, @PathParam("id") String id, AccountBody body) {
    AccountBody given = Input.body(body);
    StaffMember member = stored(id);
    Account account =
        parts
            .accounts()
            .addAccount(
                Caller.of(caller),
                member.id(),
                Input.text(given.login()),
                Input.text(given.password()));
    return new Created<>(AccountView.of(account), Paths.STAFF + "/" + member.id() + "/account");
  }

  @POST
  @Path("{id}/password")
  @Operation("Sets another password for the login of a member of staff.")
  public AccountView changePassword(
      @Context SecurityContext caller, @PathParam("id") String id, PasswordBody body) {
    PasswordBody given = Input.body(body);
    Account account = storedAccount(stored(id));
    return AccountView.of(
        parts
            .accounts()
            .changePassword(Caller.of(caller), account.login(), Input.text(given.password())));
  }

  private Account storedAccount(StaffMember member) {
    return parts
        .store()
        .read(tx -> tx.accounts().first(AccountQuery.builder().staffId(member.id()).build()))
        .orElseThrow(() -> new NotFoundException("account of staff member", member.id()));
  }

  private StaffView change(Actor actor, StaffMember now, long version, StaffBody body) {
    StaffMember changed =
        Input.read(parts, in -> draft(in, body)).toBuilder().id(now.id()).version(version).build();
    return view(parts.directory().changeStaff(actor, changed));
  }

  private StaffMember stored(String id) {
    return parts
        .store()
        .read(tx -> References.staff(tx, id))
        .orElseThrow(() -> new NotFoundException("staff member", id));
  }

  private StaffView view(StaffMember value) {
    return parts.store().read(tx -> StaffView.of(value, new Names(tx)));
  }

  private static StaffMember draft(Input in, StaffBody body) {
    return StaffMember.builder()
        .id("")
        .name(in.required("name", body.name()))
        .role(in.required("role", body.role(), Role.SPECIALIST))
        .email(Input.optional(body.email()))
        .phone(Input.optional(body.phone()))
        .department(Input.optional(body.department()))
        .managerId(in.staff("manager", body.manager()))
        .noticeMail(Optional.ofNullable(body.noticeMail()).orElse(NoticeMail.AT_ONCE))
        .active(!Boolean.FALSE.equals(body.active()))
        .dayMinutes(Optional.ofNullable(body.dayMinutes()))
        .build();
  }

  private static StaffBody body(StaffMember value) {
    return new StaffBody(
        value.name(),
        value.role(),
        value.email().orElse(null),
        value.phone().orElse(null),
        value.department().orElse(null),
        value.managerId().orElse(null),
        value.noticeMail(),
        value.active(),
        value.dayMinutes().orElse(null));
  }
}
